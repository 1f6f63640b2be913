"""The API: what the pages show, for programs. JSON of the contract, one error shape, one way of paging."""
