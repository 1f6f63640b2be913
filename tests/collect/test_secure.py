"""Encrypted connections: to the address that was checked, under the host's own name, with a certificate that holds."""

import shutil
import ssl
import subprocess

import httpcore2
import pytest

from misbehaving import body, report
from rashomon.collect import asking


@pytest.fixture
def certificate(tmp_path):
    """A certificate for localhost that nobody else vouches for, with its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    paths = [str(tmp_path / name) for name in ("key.pem", "certificate.pem")]
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    named = ["-addext", "subjectAltName=DNS:localhost", "-keyout", paths[0], "-out", paths[1]]
    subprocess.run(["openssl", *made.split(), *named], check=True, capture_output=True)
    return paths


@pytest.fixture
def secure(site, certificate):
    """The site, encrypted."""
    key, chain = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    site._server.socket = context.wrap_socket(site._server.socket, server_side=True)
    site.behaviours["/ferry-runs-aground-again"] = body(report("Ferry"))
    return site.root.replace("http://127.0.0.1", "https://localhost") + "/ferry-runs-aground-again"


def test_a_certificate_that_nobody_vouches_for_is_refused(secure, run):
    account = run(secure)
    assert account.new == 0 and "its certificate is not valid" in account.skipped[0].reason


@pytest.mark.parametrize(("host", "new"), [("localhost", 1), ("127.0.0.1", 0)])
def test_a_certificate_must_be_for_the_host_that_was_asked(secure, run, certificate, monkeypatch, host, new):
    trusted = httpcore2.default_ssl_context()
    trusted.load_verify_locations(certificate[1])
    monkeypatch.setattr(asking, "_trust", lambda: trusted)
    assert run(secure.replace("localhost", host)).new == new
