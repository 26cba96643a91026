// Reads the page aloud with the browser's own voices: sentence by sentence, the spoken one marked. Fetched when the page is
// there and a voice of its language is. Nothing speaks before a button is pressed.
(function () {
  'use strict';
  var words = document.getElementById('aloud').dataset;
  var synth = window.speechSynthesis;
  var language = document.documentElement.lang;
  var LOCALE = {ja: 'ja-JP', en: 'en-US'}[language];
  var RATE = {slow: 0.75, fast: 1.3}[document.documentElement.dataset.pace] || 1;
  var SILENT = 'button, summary, input, script, template, svg, rt, rp, code, pre, [hidden], [aria-hidden="true"]';
  var END = /[。？！]/;
  var CLOSING = /[」』）]/;
  var readings = null;
  var now = null; // what is being read: its button, its sentences, and which one is next

  // ---- sentences: what is said, and where it stands ----

  function sentencesOf(part) {
    var found = [];
    var open = null;
    function end() {
      if (open && /[^\s、。]/.test(open.text)) { found.push(open); }
      open = null;
    }
    function add(node, spoken) {
      for (var i = 0; i < node.data.length; i++) {
        var sign = node.data.charAt(i);
        if (open && open.full && !CLOSING.test(sign)) { end(); }
        if (!open && /\s/.test(sign)) { continue; }
        open = open || {text: '', from: [node, i], full: false};
        open.text += spoken === undefined ? sign : i === 0 ? spoken : '';
        open.to = [node, i + 1];
        open.full = open.full || END.test(sign) || (/[.?!]/.test(sign) && /^(\s|$)/.test(node.data.slice(i + 1, i + 2)));
      }
    }
    function visit(node) {
      if (node.nodeType === 3) { add(node); return; }
      if (node.nodeType !== 1 || node.matches(SILENT) || !node.getClientRects().length) { return; }
      if (node.localName === 'ruby') { ruby(node); return; }
      var block = !/^(inline|ruby|contents)/.test(getComputedStyle(node).display);
      if (block) { end(); }
      node.childNodes.forEach(visit);
      if (block) { end(); }
    }
    // A word with its reading: the reading is said, unless every word has one; then only where a voice might guess.
    function ruby(node) {
      var reading = node.querySelector('rt');
      var everywhere = document.documentElement.dataset.furigana === 'all';
      node.childNodes.forEach(function (base) {
        if (base.nodeType === 3) { add(base, reading && (!everywhere || base.data.length === 1) ? reading.textContent : undefined); }
      });
    }
    visit(part);
    end();
    return found;
  }

  function said(text) {
    return readings ? text.replace(readings.pattern, function (word) { return readings.of[word]; }) : text;
  }

  function fetchReadings() {
    if (readings) { return Promise.resolve(); }
    return fetch(words.readings).then(function (answer) { return answer.json(); }).then(function (of) {
      var known = Object.keys(of).sort(function (one, other) { return other.length - one.length; });
      var literal = known.map(function (word) { return word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&'); });
      readings = {of: of, pattern: new RegExp(literal.join('|') || '(?!)', 'g')};
    }).catch(function () { /* It is read as the voice would. */ });
  }

  // ---- speaking ----

  function voice() {
    var fitting = synth.getVoices().filter(function (one) { return one.lang.slice(0, 2) === language; });
    return fitting.find(function (one) { return one.localService; }) || fitting[0] || null;
  }

  function speak() {
    var reading = now;
    var sentence = reading.sentences[reading.at];
    if (!sentence) { stop(); return; }
    if (!sentence.from[0].isConnected) { reading.at++; speak(); return; }
    mark(sentence);
    var utterance = new SpeechSynthesisUtterance(said(sentence.text));
    utterance.lang = LOCALE;
    utterance.voice = voice();
    utterance.rate = RATE;
    reading.utterance = utterance;
    utterance.onend = function () {
      if (now === reading && reading.utterance === utterance) { reading.at++; speak(); }
    };
    utterance.onerror = function () {
      if (now === reading && reading.utterance === utterance) { stop(); }
    };
    synth.speak(utterance);
  }

  // Held, a sentence is begun again: not every voice can wait in the middle of one.
  function hold() {
    now.utterance = now.utterance ? null : undefined;
    if (now.utterance === null) { synth.cancel(); } else { speak(); }
    now.pause.textContent = now.utterance === null ? words.resume : words.pause;
  }

  function stop() {
    var over = now;
    if (!over) { return; }
    now = null;
    synth.cancel();
    mark(null);
    if (over.pause === document.activeElement) { over.button.focus(); }
    over.pause.remove();
    over.button.textContent = over.label;
  }

  function start(button, parts) {
    stop();
    var sentences = parts.map(sentencesOf).reduce(function (all, some) { return all.concat(some); }, []);
    if (!sentences.length) { return; }
    var pause = document.createElement('button');
    pause.type = 'button';
    pause.className = 'btn-small aloud';
    pause.textContent = words.pause;
    pause.addEventListener('click', hold);
    now = {button: button, label: button.textContent, pause: pause, sentences: sentences, at: 0};
    button.textContent = words.stop;
    button.after(pause);
    var reading = now;
    fetchReadings().then(function () { if (now === reading && reading.utterance === undefined) { speak(); } });
  }

  function mark(sentence) {
    document.querySelectorAll('.aloud-now').forEach(function (part) { part.classList.remove('aloud-now'); });
    if (window.CSS && CSS.highlights) { CSS.highlights.delete('aloud'); }
    if (!sentence) { return; }
    var place = sentence.from[0].parentElement;
    if (window.CSS && CSS.highlights) {
      var range = document.createRange();
      range.setStart(sentence.from[0], sentence.from[1]);
      range.setEnd(sentence.to[0], sentence.to[1]);
      CSS.highlights.set('aloud', new Highlight(range));
    } else {
      place.classList.add('aloud-now');
    }
    var box = place.getBoundingClientRect();
    if (box.bottom < 0 || box.top > window.innerHeight) { place.scrollIntoView({block: 'center'}); }
  }

  // ---- the buttons ----

  function partsOf(button) {
    return Array.prototype.slice.call(document.querySelectorAll(button.dataset.aloud));
  }

  // A button that reads nothing at the moment is not shown.
  function show() {
    document.querySelectorAll('[data-aloud]').forEach(function (button) {
      button.hidden = !partsOf(button).some(function (part) { return part.textContent.trim(); });
    });
    addLines();
  }

  // Each line of a dialogue has a button; the keyboard stops at one of them, and the arrows lead to the others.
  function addLines() {
    document.querySelectorAll('#talk .means').forEach(function (means) {
      if (means.querySelector('.aloud-line')) { return; }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'aloud-line';
      button.tabIndex = -1;
      button.textContent = words.line;
      means.append(button);
    });
    var all = lines();
    if (all.length && !all.some(function (button) { return button.tabIndex === 0; })) { all[0].tabIndex = 0; }
  }

  function lines() {
    return Array.prototype.slice.call(document.querySelectorAll('.aloud-line')).filter(function (button) {
      return button.getClientRects().length;
    });
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-aloud], .aloud-line');
    if (!button) { return; }
    if (now && now.button === button) { stop(); return; }
    start(button, button.matches('.aloud-line') ? [button.parentElement] : partsOf(button));
  });
  document.addEventListener('keydown', function (event) {
    var step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step || !event.target.matches('.aloud-line')) { return; }
    var all = lines();
    var next = all[all.indexOf(event.target) + step];
    if (!next) { return; }
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  document.addEventListener('htmx:beforeSwap', stop);
  document.addEventListener('htmx:afterSettle', show);
  window.addEventListener('pagehide', function () { synth.cancel(); });
  document.documentElement.classList.add('voiced');
  show();
})();
