// Locks by F8, or shortly before the server would: what is half typed goes there first, and nothing of it stays here.
(() => {
  'use strict';
  const form = document.getElementById('lock-form');
  if (!form) return;
  const LIMIT = 870000; // half a minute less than the server's quarter of an hour
  const NOT_KEPT = /^(jakarta\.|primefaces\.|passkey$|userHandle$|clientData$|authenticatorData$|signature$|proof$)/;
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

  const task = () => document.getElementById('task');
  document.addEventListener('focusin', event => {
    if (event.target.id && task()?.contains(event.target)) focused = event.target.id;
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
    if (!task()) return;
    carry('typed.focus', focused);
    const here = task().querySelector('#here');
    if (here) carry('typed.here', here.value);
    for (const one of task().querySelectorAll('form')) {
      for (const [name, value] of new FormData(one)) {
        if (name !== one.id && !NOT_KEPT.test(name)) carry('typed.' + name, value);
      }
    }
  });
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
