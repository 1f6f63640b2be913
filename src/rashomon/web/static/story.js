/* What the served page adds to the comparison: news as it comes, links to share, and corrections in place.
   Everything here is also there without scripts, as links and forms. */
(function () {
  'use strict';
  var d = document;
  var $ = function (s, e) { return (e || d).querySelector(s); };
  var AROUND = 32; /* code points before and after, as the server keeps them */

  function el(tag, properties, words) {
    var made = Object.assign(d.createElement(tag), properties || {});
    if (words) made.textContent = words;
    return made;
  }

  /* News: a line at the foot that never moves what is being read. The house's script listens and shows it. */
  function hear(bar, now) {
    var shown = $('#shown');
    if (!shown) return;
    if ('waits' in shown.dataset) { if (now.fresh || now.failure) location.reload(); return; }
    if (now.fresh && corrected(now.story, false)) return location.reload();
    var told = tell(shown, now);
    bar.hidden = !told;
    bar.replaceChildren(el('span', {}, told ? told[0] : ''));
    if (told && told[1]) bar.append('; ', el('a', { href: told[1] }, 'show'));
  }
  d.addEventListener('rashomon:changed', function (event) { hear(event.target, event.detail); });
  d.querySelectorAll('[data-told]').forEach(function (bar) { hear(bar, JSON.parse(bar.dataset.told)); }); /* told already */
  /* Who has just corrected something waits for it: then the page is filled anew without being asked. */
  function corrected(story, now) {
    try {
      var was = sessionStorage.getItem('rashomon-corrected') === story;
      if (now) sessionStorage.setItem('rashomon-corrected', story);
      else if (was) sessionStorage.removeItem('rashomon-corrected');
      return was;
    } catch (error) { return false; } /* a browser that keeps nothing */
  }
  d.addEventListener('submit', function (event) {
    var shown = $('#shown');
    if (shown && /\/corrections$/.test(event.target.action)) corrected(shown.dataset.story, true);
  });
  if ($('#shown') && !($('.state') || {}).textContent) corrected($('#shown').dataset.story, false); /* it is there already */
  function tell(shown, now) {
    if (now.story !== shown.dataset.story) return ['This story became another one', '/stories/' + encodeURIComponent(now.story)];
    if (now.failure) return ['It could not be compared anew: ' + now.failure];
    if (!now.fresh) return ['Something new has come; it is being compared'];
    if (now.digest === shown.dataset.digest) return null;
    var more = now.reports - d.querySelectorAll('#reports .rep').length;
    return [more > 0 ? more + (more === 1 ? ' new report' : ' new reports') : 'The comparison was made anew', location.pathname + location.search];
  }

  /* Links to words: W3C's text position and text quote as a query. */
  function linkTo(box, start, end) {
    var text = Array.from(box.textContent), cut = function (a, b) { return text.slice(Math.max(0, a), b).join(''); };
    return '/evidence?' + new URLSearchParams({ article: box.dataset.id, start: start, end: end,
      exact: cut(start, end), prefix: cut(start - AROUND, start), suffix: cut(end, end + AROUND) });
  }
  function copy(link) {
    var address = new URL(link.href, location.href).href, was = link.textContent;
    navigator.clipboard.writeText(address).then(function () {
      link.textContent = 'copied';
      setTimeout(function () { link.textContent = was; }, 1500);
    }, function () { location.href = address; });
  }
  d.addEventListener('rashomon:chosen', function (event) {
    var bar = $('.step'), link = $('.step .copy'), chosen = event.detail;
    if (link) link.remove();
    var box = chosen && $('.tx[data-a="' + CSS.escape(chosen.report) + '"]');
    if (box && bar) bar.insertBefore(el('a', { className: 'copy', href: linkTo(box, chosen.start, chosen.end) }, 'copy link'), $('.prev', bar));
  });

  /* Words selected in a report: a link to them, and "boilerplate". */
  function selected() {
    var s = getSelection();
    if (!s.rangeCount || s.isCollapsed) return null;
    var range = s.getRangeAt(0), node = range.commonAncestorContainer;
    var box = (node.nodeType === 1 ? node : node.parentElement).closest('#reports .tx');
    if (!box || !String(s).trim()) return null;
    var before = d.createRange();
    before.setStart(box, 0);
    before.setEnd(range.startContainer, range.startOffset);
    var start = Array.from(before.toString()).length;
    return { box: box, range: range, start: start, end: start + Array.from(range.toString()).length };
  }
  function offer() {
    var old = $('#words'), now = selected();
    if (old && old.contains(d.activeElement)) return;
    if (old) old.remove();
    if (!now || now.end <= now.start) return;
    var at = now.range.getBoundingClientRect(), box = el('div', { id: 'words', role: 'group' });
    box.setAttribute('aria-label', 'The words selected');
    box.append(el('a', { className: 'copy', href: linkTo(now.box, now.start, now.end) }, 'copy link'));
    if ($('#shown').dataset.write) box.append(form('boilerplate', now.box.dataset.id + ':' + now.start + '-' + now.end));
    d.body.append(box);
    box.style.top = scrollY + at.bottom + 8 + 'px';
    box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 12)) + 'px';
  }
  function form(kind, place) {
    var shown = $('#shown'), made = el('form', { className: 'do', method: 'post', action: shown.dataset.address + '/corrections' });
    [['kind', kind], ['place', place], ['digest', shown.dataset.digest]].forEach(function (pair) {
      made.append(el('input', { type: 'hidden', name: pair[0], value: pair[1] }));
    });
    made.append(el('button', {}, kind));
    return made;
  }
  var waiting = 0;
  d.addEventListener('selectionchange', function () { clearTimeout(waiting); waiting = setTimeout(offer, 250); });

  /* What can be done with an item, fetched when it is asked for and put below it. */
  var panels = new WeakMap();
  function columns(row) {
    var heads = row.closest('table').tHead.rows;
    return [].reduce.call(heads[heads.length - 1].cells, function (sum, cell) { return sum + cell.colSpan; }, 0);
  }
  function place(link, html) {
    var row = link.closest('tr'), below = link.closest('.q header, .why, .ids') || link;
    if (!row) { below.insertAdjacentHTML('afterend', html); return below.nextElementSibling; }
    var made = d.createElement('tr'), cell = made.appendChild(el('td', { colSpan: columns(row), className: 'l' }));
    cell.innerHTML = html;
    if (row.closest('.nm')) row.parentElement.append(made); else row.after(made);
    return made;
  }
  function panel(link) {
    var plain = link.previousElementSibling; /* a claim's list of evidence: the panel has the same, with buttons */
    plain = plain && plain.matches('.claim .ev') ? plain : null;
    function turn(open) {
      panels.get(link).hidden = !open;
      if (plain) plain.hidden = open;
      link.setAttribute('aria-expanded', String(open));
    }
    if (panels.has(link)) return turn(panels.get(link).hidden);
    fetch(link.href, { headers: { 'HX-Request': 'true' } }).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject();
    }).then(function (html) {
      if (panels.has(link)) return;
      panels.set(link, place(link, html));
      turn(true);
      offerToPoint(panels.get(link));
    }).catch(function () { location.href = link.href; });
  }

  /* The second one of two that are the same, pointed at on the page instead of chosen from a list. */
  var pointing = null;
  function offerToPoint(made) {
    var choice = $('select[name=other]', made), item = choice && choice.form.elements.namedItem('item');
    if (!item) return;
    var button = el('button', { type: 'button' }, 'point at it');
    choice.closest('label').after(' ', button);
    button.addEventListener('click', function () {
      point({ choice: choice, letter: item.value.slice(0, 2), own: item.value, button: button });
    });
  }
  function point(what) {
    if (pointing) { pointing.button.textContent = 'point at it'; d.documentElement.classList.remove('pointing'); }
    pointing = what;
    if (!what) return;
    what.button.textContent = 'now open the other one; Escape ends it';
    d.documentElement.classList.add('pointing');
  }
  d.addEventListener('keydown', function (event) { if (event.key === 'Escape' && pointing) { pointing.button.focus(); point(null); } });
  d.addEventListener('click', function (event) {
    var item = pointing && event.target.closest('.item[id^="' + pointing.letter + '"]');
    if (!item || item.id === pointing.own) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    var choice = pointing.choice, words = ($('.it-t', item) || item).textContent.trim().slice(0, 90);
    if (![].some.call(choice.options, function (one) { return one.value === item.id; })) choice.add(new Option(item.id.slice(2) + ': ' + words, item.id));
    choice.value = item.id;
    point(null);
    choice.form.scrollIntoView({ block: 'center' });
    $('button:not([type])', choice.form).focus({ preventScroll: true });
  }, true);
  d.addEventListener('click', function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    var link = event.target.closest('a.tools'), copied = event.target.closest('a.copy');
    if (link) { event.preventDefault(); panel(link); }
    if (copied && navigator.clipboard) { event.preventDefault(); copy(copied); }
  });

  /* The page filled anew, by a filter: everything begins again, with the focus where it was. */
  var focused = '';
  d.addEventListener('htmx:before:request', function () { focused = d.activeElement && d.activeElement.id; });
  d.addEventListener('htmx:after:swap', function () {
    d.dispatchEvent(new Event('rashomon:filled'));
    var back = focused && d.getElementById(focused);
    if (back) back.focus({ preventScroll: true });
  });
})();
