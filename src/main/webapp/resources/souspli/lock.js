// Locks by F8, or shortly before the server would: what is half typed goes there first, and nothing of it stays here.
(() => {
  'use strict';
  const form = document.getElementById('lock-form');
  if (!form) return;
  const LIMIT = 870000; // half a minute less than the server's quarter of an hour
  const NOT_KEPT = /^(jakarta\.|primefaces\.|passkey$|userHandle$|clientData$|authenticatorData$|signature$|proof$)/;
  const TYPED = 'form :is(input, select, textarea):not([type=hidden], [type=password], [autocomplete=one-time-code])';
  const CHOICE = '[type=radio], [type=checkbox]';
  let seen = Date.now();
  let focused = '';

  /* the pages of one browser are one session: what one of them asks keeps all awake */
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('souspli') : null;
  const asked = () => {
    seen = Date.now();
    others?.postMessage('');
  };
  if (others) others.onmessage = () => { seen = Date.now(); };
  asked();
  window.jQuery?.(document).on('pfAjaxComplete', asked);

  /* the counter says where it is, and gets back what it sent; elsewhere only what hands have typed is kept */
  const here = () => document.getElementById('here');
  const main = document.getElementById('main');
  const place = () => here()?.parentElement ?? main;
  document.addEventListener('focusin', event => {
    if (event.target.id && place().contains(event.target)) focused = event.target.id;
  });
  const carry = (name, value) => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  };
  form.addEventListener('submit', () => {
    carry('back', location.pathname);
    carry('typed.focus', focused);
    if (!here()) {
      carry('typed.page', location.pathname);
      for (const one of main.querySelectorAll(TYPED)) {
        if (!NOT_KEPT.test(one.name) && (!one.matches(CHOICE) || one.checked)) carry('typed.' + one.name, one.value);
      }
      return;
    }
    carry('typed.here', here().value);
    for (const one of place().querySelectorAll('form')) {
      for (const [name, value] of new FormData(one)) {
        if (name !== one.id && !NOT_KEPT.test(name)) carry('typed.' + name, value);
      }
    }
  });
  for (const { name, value } of document.querySelectorAll('#left input')) {
    for (const field of main.querySelectorAll(`${TYPED}[name="${CSS.escape(name)}"]`)) {
      if (field.matches(CHOICE)) field.checked = field.value === value;
      else field.value = value;
    }
    if (name === 'focus') document.getElementById(value)?.focus();
  }
  const lock = () => document.getElementById('lock').click();
  document.addEventListener('keydown', event => {
    if (event.key !== 'F8' || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    lock();
  }, true);
  setInterval(() => {
    if (Date.now() - seen >= LIMIT) lock();
  }, 5000);
})();
