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

  function forgetNotice() {
    document.querySelectorAll('#result > .notice').forEach(function (notice) { notice.remove(); });
  }

  function lost() {
    var words = byId('lost');
    if (!words) { return; }
    forgetNotice();
    byId('result').prepend(words.content.cloneNode(true));
  }

  // The second half of a slow double click is no press: the answer to the first may have come in between.
  document.addEventListener('click', function (event) {
    if (event.detail > 1 && event.target.closest('.press button')) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  document.addEventListener('htmx:beforeRequest', function () { busy(true); });
  document.addEventListener('htmx:afterRequest', function () { busy(false); });
  ['htmx:sendError', 'htmx:timeout'].forEach(function (name) { document.addEventListener(name, lost); });
  document.addEventListener('htmx:beforeSwap', function (event) {
    // What does not come from this site (a proxy's error page) must not take the place of the standing result.
    if (event.detail.serverResponse.indexOf('id="result"') < 0) {
      event.detail.shouldSwap = false;
      lost();
    } else if (event.detail.xhr.getResponseHeader('HX-Reswap')) {
      forgetNotice();
    }
  });
  document.addEventListener('htmx:afterSettle', endSteps);

  // One line at a time.
  var step = byId('talk-step');
  var all = byId('talk-all');
  if (!step) { return; }
  var words = step.textContent;
  step.hidden = false;

  function lines() { return Array.prototype.slice.call(byId('talk').children); }

  function endSteps() {
    if (!step || all.hidden) { return; }
    lines().forEach(function (line) { line.hidden = false; });
    byId('talk-log').removeAttribute('role');
    all.hidden = true;
    step.textContent = words;
  }

  step.addEventListener('click', function () {
    if (all.hidden) {
      lines().forEach(function (line) { line.hidden = true; });
      byId('talk-log').setAttribute('role', 'log');
      all.hidden = false;
      step.textContent = step.dataset.next;
    }
    var next = lines().find(function (line) { return line.hidden; });
    if (next) { next.hidden = false; }
    if (next && next.hasAttribute('data-session') && next.nextElementSibling) { next.nextElementSibling.hidden = false; }
    if (!lines().some(function (line) { return line.hidden; })) { endSteps(); }
  });
  all.addEventListener('click', function () { endSteps(); step.focus(); });
})();
