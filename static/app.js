// The page works without this file. With it, a press says that it is under way, a lost server is told, and the dialogue can
// be read one line at a time.
(function () {
  'use strict';
  var byId = function (id) { return document.getElementById(id); };
  var wait;

  function busy(on) {
    ['result', 'net', 'talk-log'].forEach(function (id) {
      var part = byId(id);
      if (part) { part.setAttribute('aria-busy', on ? 'true' : 'false'); }
    });
    clearTimeout(wait);
    var word = byId('busy');
    if (!word) { return; }
    word.hidden = true;
    if (on) { wait = setTimeout(function () { word.hidden = false; }, 400); }
  }

  // The answer may stand below the window, or below the frame beside a text: it is brought in, the verdict on a claim with
  // it, as far as the pressed form stays in view.
  function bringAnswer(form) {
    var answer = byId('result');
    var first = answer && (answer.querySelector('.found') || answer.querySelector('h2, p'));
    if (!first) { return; }
    var frame = answer.closest('.beside');
    var framed = frame && frame.scrollHeight > frame.clientHeight && getComputedStyle(frame).overflowY === 'auto';
    var top = framed ? Math.max(0, frame.getBoundingClientRect().top) : 0;
    var end = framed ? Math.min(window.innerHeight, frame.getBoundingClientRect().bottom) : window.innerHeight;
    var at = first.getBoundingClientRect();
    if (at.top >= top && at.bottom <= end) { return; }
    if (at.top < top) { (framed ? frame : window).scrollBy(0, at.top - top - 16); return; }
    var far = answer.getBoundingClientRect().bottom + 8 - end;
    (framed ? frame : window).scrollBy(0, Math.max(0, Math.min(far, form.getBoundingClientRect().top - top - 8)));
  }

  // What was chosen and not pressed does not count: the page shows again what does, as it would after a reload.
  function showChosen() {
    document.querySelectorAll('#place-choice input, #choice-list input, #auth-choice input').forEach(function (choice) {
      choice.checked = choice.defaultChecked;
    });
  }

  // A choice acts at once, except on the way of the arrow keys through a group: there Enter, or the button, says which.
  var arrows = false;
  document.addEventListener('pointerdown', function () { arrows = false; }, true);
  document.addEventListener('keydown', function (event) {
    arrows = event.key.indexOf('Arrow') === 0;
    if (event.key === 'Enter' && event.target.matches('[data-acts] input[type=radio]')) {
      event.preventDefault();
      act(event.target);
    }
  }, true);
  document.addEventListener('change', function (event) {
    if (!arrows && event.target.matches('[data-acts] input[type=radio]')) { act(event.target); }
  });
  // What is chosen while an answer is awaited acts after it: the answer shows what counts, and would take it back.
  var waiting = [];
  var atWork = false;
  function act(choice) {
    if (atWork) { waiting.push({name: choice.name, value: choice.value}); return; }
    choice.closest('[data-acts]').querySelector('button').click();
  }
  function actNext() {
    var next = waiting.shift();
    var choice = next && document.querySelector('[data-acts] input[name="' + next.name + '"][value="' + next.value + '"]');
    if (!choice || choice.defaultChecked) { return; }
    choice.checked = true;
    act(choice);
  }

  // What can be typed next is typed by a click on it.
  document.addEventListener('click', function (event) {
    var field = byId('line');
    if (!field || !event.target.matches('.nexts code')) { return; }
    field.value = event.target.textContent;
    field.focus();
  });

  // A line was opened, or a typed one taken: the field is empty again, and the next line can be typed at once.
  function goOnTyping(done) {
    var field = byId('line');
    var opened = done.elt.matches('.calls') && document.querySelector('#prompt .nexts code');
    if (!field || !done.successful || !(opened || done.elt.id === 'typed')) { return; }
    field.value = '';
    field.focus();
    field.scrollIntoView({block: 'nearest'});
  }

  // A passage whose claim was shown is marked in the text, too.
  function markPassages() {
    document.querySelectorAll('.entries .tried').forEach(function (entry) {
      var passage = byId(entry.dataset.claim);
      if (passage) { passage.classList.add('seen'); }
    });
  }

  function forgetNotice() {
    document.querySelectorAll('#result > .notice').forEach(function (notice) { notice.remove(); });
  }

  function lost() {
    if (!byId('result')) { return; }
    forgetNotice();
    byId('result').prepend(byId('lost').content.cloneNode(true));
  }

  // A form that asks for a new page: without a network the page stays as it is, and the form says so.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (navigator.onLine || form.hasAttribute('hx-post')) { return; }
    event.preventDefault();
    form.querySelectorAll('.notice').forEach(function (notice) { notice.remove(); });
    form.append(byId('lost').content.cloneNode(true));
  });

  // The second half of a slow double click is no press: the answer to the first may have come in between.
  document.addEventListener('click', function (event) {
    if (event.detail > 1 && event.target.closest('.press button, .lead-me button')) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  document.addEventListener('htmx:beforeRequest', function (event) {
    keepBefore(event.detail.elt);
    document.documentElement.classList.add('pressed');
    atWork = true;
    busy(true);
  });
  document.addEventListener('htmx:afterRequest', function (event) {
    busy(false);
    showChosen();
    offerSteps();
    bringAnswer(event.detail.elt);
    goOnTyping(event.detail);
    markPassages();
    atWork = false;
    setTimeout(actNext, 30);
  });
  ['htmx:sendError', 'htmx:timeout'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      lost();
      bringAnswer(event.detail.elt);
    });
  });
  document.addEventListener('htmx:beforeSwap', function (event) {
    var told = event.detail.xhr.getResponseHeader('HX-Reswap');
    // What does not come from this site (a proxy's error page) must not take the place of the standing result.
    if (!told && event.detail.serverResponse.indexOf('id="' + event.detail.target.id + '"') < 0) {
      event.detail.shouldSwap = false;
      lost();
    } else if (told) {
      forgetNotice();
    } else {
      endSteps();
    }
  });

  // The display settings close as menus do: at Escape, and when something else is chosen.
  var looks = document.querySelector('.looks');
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape' || !looks || !looks.open) { return; }
    var within = looks.contains(document.activeElement);
    looks.open = false;
    if (within) { looks.querySelector('summary').focus(); }
  });
  document.addEventListener('click', function (event) {
    if (looks && looks.open && !looks.contains(event.target)) { looks.open = false; }
  });

  document.addEventListener('focusin', function (event) {
    if (looks && looks.open && !looks.contains(event.target)) { looks.open = false; }
  });

  var print = byId('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', function () { window.print(); });
  }

  // A link is copied where the browser lets; else it is selected, to be copied by hand.
  function offerCopies() {
    document.querySelectorAll('.copy[hidden]').forEach(function (copy) { copy.hidden = false; });
  }
  document.addEventListener('click', function (event) {
    var copy = event.target.closest('.copy');
    if (!copy) { return; }
    var field = byId(copy.dataset.copy);
    field.select();
    if (!navigator.clipboard) { return; }
    navigator.clipboard.writeText(field.value).then(function () { copy.textContent = copy.dataset.done; });
  });
  document.addEventListener('htmx:afterSettle', offerCopies);
  // At the end of a run there is no next line: whoever walked there by keyboard is not left without a place.
  document.addEventListener('htmx:afterSettle', function () {
    if (document.activeElement === document.body && byId('run-back')) { byId('run-back').focus(); }
  });
  offerCopies();

  // The pictures of the places and of the wall act as the choices whose labels they are.
  document.documentElement.classList.add('operable');

  // The picture is watched: while the dialogue is read line by line, its parts stand as they stood before the press, and each
  // turns when the line is reached that turns it. For that they are kept before every press.
  var WATCHED = ['way-in', 'way-out', 'list', 'clock'];
  var kept = null;
  var fresh = false;
  var held = {};

  function keepBefore(from) {
    endSteps();
    var form = from && from.closest('form');
    if (!form || !form.querySelector('[name=step]') || !byId('talk')) { return; }
    kept = {talk: byId('talk')};
    fresh = form.id !== 'typed';
    WATCHED.forEach(function (id) { kept[id] = byId(id) && byId(id).cloneNode(true); });
  }

  // Without a memory of what stood there before, it is as before any press; a list is covered.
  function bare(part) {
    var old = part.cloneNode(true);
    old.querySelectorAll('[data-state]').forEach(function (each) { each.dataset.state = 'idle'; });
    old.querySelectorAll('.wire > *, .desk b').forEach(function (each) { each.remove(); });
    if (part.id === 'list') { old.classList.add('veiled'); }
    return part.id === 'clock' ? part.cloneNode(true) : old;
  }

  // What stands there comes from this dialogue if the latest press has said it, and it turns something.
  function isLatest() {
    return (!kept || kept.talk !== byId('talk')) && !!byId('talk').querySelector('[data-turns]');
  }

  function hold() {
    if (!isLatest()) { return; }
    WATCHED.forEach(function (id) {
      var part = byId(id);
      if (!part || held[id]) { return; }
      held[id] = part;
      part.replaceWith(kept && kept[id] ? kept[id].cloneNode(true) : bare(part));
    });
    byId('result').dataset.veiled = 'yes';
  }

  function turn(id) {
    var now = byId(id);
    if (held[id] && now) { now.replaceWith(held[id]); }
    delete held[id];
  }

  function turnAll() {
    Object.keys(held).forEach(turn);
    var result = byId('result');
    if (result) { delete result.dataset.veiled; }
  }

  function reach(line) {
    if (line.dataset.turns === 'in') { turn('way-in'); turn('list'); }
    if (line.dataset.turns === 'out') {
      turn('way-out');
      if (!lines().some(function (each) { return each.hidden && each.dataset.turns === 'in'; })) { turn('list'); }
    }
    if (line.classList.contains('key')) { delete byId('result').dataset.veiled; }
    walk(line);
  }

  // The letter goes with the talk: as far towards the desk as the talk has come towards the line that decides.
  function walk(line) {
    var heading = line;
    while (heading && !heading.dataset.session) { heading = heading.previousElementSibling; }
    var way = heading && byId(heading.dataset.session === 'pop3' ? 'way-in' : 'way-out');
    var wire = way && way.querySelector('.wire');
    var image = document.querySelector(heading && heading.dataset.session === 'pop3' ? '.press .btn .d' : '.press .btn-main .d');
    if (!wire || !image || !held[way.id]) { return; }
    var walker = wire.querySelector('.walker') || wire.appendChild(image.cloneNode(true));
    walker.classList.add('walker');
    var said = 0;
    var last = 1;
    for (var each = heading.nextElementSibling; each && !each.dataset.session; each = each.nextElementSibling) {
      last++;
      if (!each.hidden) { said++; }
      if (each.dataset.turns) { break; }
    }
    walker.style.setProperty('--p', Math.min(1, said / last));
  }

  // One line at a time. A line is read out if the log is there before it and stays one after it; a whole new dialogue
  // must not come into a log.
  var step = byId('talk-step');
  var all = byId('talk-all');
  if (!step) { return; }
  var words = step.textContent;
  var slow = document.querySelector('#talk-slow input');

  // Or it goes on by itself, at the learner's pace; where movement is not wanted, the end is there at once.
  var PACES = [6000, 4000, 2500, 1500, 800];
  var play = byId('talk-play');
  var slower = byId('talk-slower');
  var faster = byId('talk-faster');
  var playWords = play.textContent;
  var calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  var playing;
  offerSteps();
  calm.addEventListener('change', offerSteps);
  if (slow) {
    slow.closest('label').hidden = false;
    slow.checked = sessionStorage.getItem('slow') === 'yes';
    slow.addEventListener('change', function () { sessionStorage.setItem('slow', slow.checked ? 'yes' : 'no'); });
  }

  // Whoever always reads line by line never sees the end before the lines: all parts were swapped, and nothing was drawn yet.
  document.addEventListener('htmx:afterRequest', function () {
    if (fresh && slow && slow.checked && isLatest()) { beginSteps(); }
    fresh = false;
  });

  function lines() { return Array.prototype.slice.call(byId('talk').children); }

  function offerSteps() {
    if (!step) { return; }
    step.hidden = !byId('talk').querySelector('[data-from]');
    play.hidden = step.hidden || calm.matches;
    if (calm.matches) { pause(); }
  }

  function pace() {
    var kept = sessionStorage.getItem('pace');
    return PACES[kept] ? Number(kept) : 2;
  }

  function setPace(by) {
    var next = Math.max(0, Math.min(PACES.length - 1, pace() + by));
    sessionStorage.setItem('pace', next);
    if (playing) { goOn(); }
    showPace();
  }

  // At either end of the paces the button has nothing to do; the other one takes the focus.
  function showPace() {
    [[slower, 0, faster], [faster, PACES.length - 1, slower]].forEach(function (each) {
      var focused = document.activeElement === each[0];
      each[0].hidden = !playing || pace() === each[1];
      if (focused && each[0].hidden) { (playing ? each[2] : play).focus(); }
    });
  }

  function goOn() {
    clearTimeout(playing);
    playing = setTimeout(function () {
      showLine();
      if (!all.hidden) { goOn(); }
    }, PACES[pace()]);
  }

  function pause() {
    clearTimeout(playing);
    playing = null;
    play.textContent = playWords;
    showPace();
  }

  function endSteps() {
    if (!step) { return; }
    byId('talk-log').removeAttribute('role');
    forgetEnd();
    lines().forEach(function (line) { line.hidden = false; });
    turnAll();
    rest();
  }

  function rest() {
    pause();
    all.hidden = true;
    step.textContent = words;
  }

  function showLine() {
    var next = lines().find(function (line) { return line.hidden; });
    if (all.hidden || !next) { return; }
    next.hidden = false;
    if (next.hasAttribute('data-session') && next.nextElementSibling) {
      next = next.nextElementSibling;
      next.hidden = false;
    }
    reach(next);
    next.scrollIntoView({block: 'nearest'});
    if (!lines().some(function (line) { return line.hidden; })) {
      turnAll();
      sayEnd();
    }
  }

  // The last line was shown: the dialogue says so itself, and the button begins it again.
  function sayEnd() {
    var end = document.createElement('li');
    end.className = 'end';
    end.textContent = step.dataset.end;
    byId('talk').append(end);
    rest();
  }

  function forgetEnd() {
    document.querySelectorAll('#talk > .end').forEach(function (end) { end.remove(); });
  }

  function beginSteps() {
    forgetEnd();
    byId('talk-log').setAttribute('role', 'log');
    hold();
    lines().forEach(function (line) { line.hidden = true; });
    all.hidden = false;
    step.hidden = false;
    play.hidden = calm.matches;
    step.textContent = step.dataset.next;
    setTimeout(showLine, 100);
  }

  step.addEventListener('click', function () {
    pause();
    if (all.hidden) { beginSteps(); } else { showLine(); }
  });
  play.addEventListener('click', function () {
    if (playing) { pause(); return; }
    if (all.hidden) { beginSteps(); }
    goOn();
    play.textContent = play.dataset.pause;
    showPace();
  });
  slower.addEventListener('click', function () { setPace(-1); });
  faster.addEventListener('click', function () { setPace(1); });
  all.addEventListener('click', function () { endSteps(); step.focus(); });
})();

// The door: what is new can be held back, and is all there afterwards. A line that was cut goes on where it ended; a long
// talk loses its beginning, as it would after a reload.
(function () {
  'use strict';
  var MOST_LINES = 250;
  var live = document.getElementById('door-live');
  var pause = document.getElementById('door-pause');
  if (!live || !pause) { return; }
  var words = pause.textContent;
  var held = false;
  var waiting = [];

  function put(part, html) {
    htmx.swap(part, html, {swapStyle: part.getAttribute('hx-swap') || 'innerHTML'});
  }

  function shorten() {
    var talk = document.getElementById('talk');
    while (talk.children.length > MOST_LINES && !talk.firstElementChild.contains(document.activeElement)) {
      talk.firstElementChild.remove();
    }
  }

  pause.hidden = false;
  pause.addEventListener('click', function () {
    held = !held;
    pause.textContent = held ? pause.dataset.resume : words;
    if (!held) {
      waiting.splice(0).forEach(function (news) { put(news.part, news.html); });
      shorten();
    }
  });
  live.addEventListener('htmx:sseBeforeMessage', function (event) {
    live.setAttribute('sse-connect',
      live.getAttribute('sse-connect').replace(/after=\d+/, 'after=' + event.detail.lastEventId));
    if (held) {
      event.preventDefault();
      waiting.push({part: event.target, html: event.detail.data});
      waiting.splice(0, waiting.length - MOST_LINES);
    }
  });
  live.addEventListener('htmx:sseMessage', shorten);
})();

// A class: what the teacher and the projector look at moves by itself; where that cannot be, it is asked for every 5 seconds.
// It can be held still. The projector follows the keys.
(function () {
  'use strict';
  var live = document.getElementById('live');
  if (!live) { return; }
  var pause = document.getElementById('live-pause');
  var words = pause ? pause.textContent : '';
  var held = false;
  var asking;

  function show(html) {
    if (held) { return; }
    var focused = document.activeElement && live.contains(document.activeElement) ? document.activeElement.id : '';
    live.innerHTML = html;
    if (focused && document.getElementById(focused)) { document.getElementById(focused).focus(); }
  }

  function ask() {
    var url = live.dataset.live + (live.dataset.live.indexOf('?') < 0 ? '?' : '&') + 'once=yes';
    if (held) { return; }
    fetch(url, {credentials: 'same-origin'}).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject(answer.status);
    }).then(show, function () {});
  }

  function watch() {
    var stream = new EventSource(live.dataset.live);
    stream.addEventListener('live', function (event) {
      clearInterval(asking);
      asking = null;
      show(event.data);
    });
    stream.addEventListener('error', function () {
      if (!asking) { asking = setInterval(ask, 5000); }
      if (stream.readyState === EventSource.CLOSED) { setTimeout(watch, 30000); }
    });
    window.addEventListener('pagehide', function () { stream.close(); });
  }
  watch();
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { ask(); watch(); }
  });

  if (pause) {
    pause.hidden = false;
    pause.addEventListener('click', function () {
      held = !held;
      pause.textContent = held ? pause.dataset.resume : words;
      if (!held) { ask(); }
    });
  }

  document.addEventListener('keydown', function (event) {
    var key = event.code === 'Space' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    var target = document.querySelector('[data-key="' + key + '"]');
    var typing = /^(INPUT|SELECT|TEXTAREA|BUTTON|A|SUMMARY)$/.test(event.target.tagName) && key === 'Space';
    if (!target || typing || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    target.click();
  });
})();

// Reading aloud: fetched once the page is there, where there is something to read and a voice for it.
(function () {
  'use strict';
  var words = document.getElementById('aloud');
  var synth = window.speechSynthesis;
  if (!words || !synth || !document.querySelector('[data-aloud]')) { return; }
  var asked = false;
  function fetchOnce() {
    var voiced = synth.getVoices().some(function (voice) { return voice.lang.slice(0, 2) === document.documentElement.lang; });
    if (asked || !voiced) { return; }
    asked = true;
    var script = document.createElement('script');
    script.src = words.dataset.script;
    document.head.append(script);
  }
  window.addEventListener('load', fetchOnce);
  if (synth.addEventListener) { synth.addEventListener('voiceschanged', fetchOnce); }
})();
