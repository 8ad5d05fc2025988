// At most 1,024 bytes in the page. Without it everything works: the code is typed.
(function (d, l) {
  // A scanned code stands after the hash, which no server ever sees. It moves into the form and out of the history.
  function take() {
    var v = l.hash.slice(1), c = d.getElementById('code');
    if (!v) {
      return;
    }
    if (c && c.type == 'text') {
      c.value = v;
      history.replaceState(null, '', '/');
      d.documentElement.className = 'scanned';
    } else {
      l.replace('/?#' + v);
    }
  }
  // Back must not show it again to whoever has the telephone next.
  addEventListener('pagehide', function () {
    d.documentElement.textContent = '';
  });
  addEventListener('pageshow', function (e) {
    if (e.persisted) {
      l.replace('/');
    }
  });
  addEventListener('hashchange', take);
  take();
})(document, location);
