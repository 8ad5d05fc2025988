// The secret stands behind the #, where no server sees it; from there it goes into the form and out of the address.
(() => {
  const take = () => {
    const secret = location.hash.slice(1);
    if (secret) {
      history.replaceState(null, '', location.pathname);
      document.getElementById('secret').value = secret;
      document.getElementById('open').submit();
    }
  };
  addEventListener('hashchange', take);
  take();
})();
