/* The counter by keyboard. Keys press the button that carries them (data-key); a scanned SP… opens its slip wherever
   the focus is; digits answer for analytes inside their group only. Nothing is kept: no storage, no request of its own. */
(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const rowOfAFrenchKeyboard = {'&': '1', 'é': '2', '"': '3', "'": '4', '(': '5', '-': '6', 'è': '7', '_': '8', 'ç': '9', 'à': '0'};
  const figure = key => rowOfAFrenchKeyboard[key] ?? key;
  const figures = text => [...text].map(figure).join('');
  const isUntouched = form => form && byId('review')
    && ['birthName', 'givenNames', 'dateOfBirth'].every(id => !byId(id).value);
  const isField = el => el.matches('input:not([type=radio]):not([type=checkbox]), select, textarea');

  /* ---- a scanner types fast and ends with Enter ---- */
  const GAP = 300;
  let burst = '', since = 0, before = null;
  const heard = event => {
    const now = event.timeStamp;
    if (now - since > GAP) burst = '';
    since = now;
    const el = document.activeElement;
    if (event.key.toUpperCase() === 'S') {
      burst = '';
      before = isField(el) && 'value' in el ? {el, value: el.value} : null;
    }
    burst = (burst + figure(event.key)).slice(-14);
  };
  const scanned = () => {
    const stub = /SP(\d{10})$/i.exec(burst);
    const bare = !isField(document.activeElement) && /^\d{10}$/.exec(burst);
    burst = '';
    return stub ? stub[1] : bare ? bare[0] : null;
  };
  const openSlip = number => {
    if (before && before.el.isConnected) {
      before.el.value = before.value;
      before.el.dispatchEvent(new Event('input', {bubbles: true}));
    }
    before = null;
    byId('wanted').value = number;
    byId('openWanted').click();
  };

  /* ---- outcomes: 1 found, 3 not found, 9 the test did not work ---- */
  const isWhole = el => el.dataset.whole === 'true';
  const answer = (group, digit) => {
    const choices = [...group.querySelectorAll(`[data-digit="${digit}"]`)];
    const set = document.activeElement.closest('.analyte') ?? group.querySelector('.analyte');
    const choice = choices.find(el => isWhole(el) || set.contains(el));
    if (!choice) return false;
    choice.checked = true;
    choice.dispatchEvent(new Event('change', {bubbles: true}));
    const open = isWhole(choice) ? null
      : [...group.querySelectorAll('.analyte')].find(each => !each.querySelector(':checked'));
    const form = group.closest('form');
    const reason = [...form.querySelectorAll('[data-reason]')].find(each => !each.querySelector(':checked'));
    ((open ?? reason)?.querySelector('input') ?? form.querySelector('[data-default]')).focus();
    return true;
  };
  document.addEventListener('change', event => {
    const group = event.target.closest('[data-outcomes]');
    if (!group || !event.target.checked || !event.target.dataset.digit) return;
    group.querySelectorAll('[data-digit]').forEach(el => {
      if (isWhole(el) !== isWhole(event.target)) el.checked = false;
    });
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = event.key, el = document.activeElement;
    if (/^F\d+$/.test(key)) {
      const button = document.querySelector(`[data-key="${key}"]`);
      if (!button) return;
      event.preventDefault();
      if (key === 'F9' && document.querySelector('.slip')) window.print();
      else if (key === 'F2' && isUntouched(byId('newSlip'))) byId('birthName').focus();
      else if (!event.repeat) button.click();
    } else if (key === 'Escape') {
      const back = document.querySelector('#task [data-key="Escape"]');
      if (back) back.click();
    } else if (key === 'Enter') {
      const number = scanned();
      if (number) {
        event.preventDefault();
        event.stopPropagation();
        openSlip(number);
      } else if (event.repeat) {
        event.preventDefault();
      } else if (el.matches('select, [type=checkbox]')) {
        event.preventDefault();
        el.form?.querySelector('[data-default]')?.click();
      }
    } else if (key.length === 1) {
      heard(event);
      const group = el.closest('[data-outcomes]');
      if (group && answer(group, figure(key))) event.preventDefault();
    }
  }, true);

  /* ---- what a typed date of birth means, told at once ---- */
  const age = (typed, today) => {
    const parts = /^\s*(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})\s*$/.exec(typed)
      ?? /^(\d{2})(\d{2})(\d{4})$/.exec(figures(typed.replace(/\s/g, '')));
    if (!parts) return null;
    const [day, month, year] = parts.slice(1).map(Number);
    const born = new Date(Date.UTC(year, Math.max(month, 1) - 1, Math.max(day, 1)));
    if (born.getUTCDate() !== Math.max(day, 1) || born > today || year < 1900) return null;
    let months = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() - born.getUTCMonth();
    if (today.getUTCDate() < born.getUTCDate()) months--;
    return months < 24 ? ['months', months] : ['years', Math.floor(months / 12)];
  };
  const echoAge = () => {
    const field = byId('dateOfBirth'), echo = byId('age');
    if (!field || !echo) return;
    const now = new Date();
    const found = age(field.value, new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
    echo.textContent = found ? echo.dataset[found[0]].replace('{0}', found[1]) : '';
  };
  document.addEventListener('click', event => {
    const line = event.target.closest('[data-slip]');
    if (!line) return;
    event.preventDefault();
    openSlip(line.dataset.slip);
  });
  document.addEventListener('input', event => { if (event.target.id === 'dateOfBirth') echoAge(); });

  /* ---- minutes until a kit may be read ---- */
  const tick = () => {
    document.querySelectorAll('[data-due]').forEach(el => {
      const minutes = Math.ceil((el.dataset.due * 1000 - Date.now()) / 60000);
      el.classList.toggle('due', minutes <= 0);
      const words = minutes <= 0 ? el.dataset.now : el.dataset.wait.replace('{0}', minutes);
      if (el.textContent !== words) el.textContent = words;
    });
  };
  setInterval(tick, 10000);

  /* ---- after each answer: focus where the next key belongs, print what was issued ---- */
  const settle = () => {
    tick();
    echoAge();
    const task = byId('task');
    if (!task) return;
    const next = byId(byId('here')?.dataset.focus) ?? task.querySelector('[aria-invalid=true]')
      ?? task.querySelector('.error')?.closest('fieldset, .field')?.querySelector('input, select')
      ?? task.querySelector('[data-first]') ?? task.querySelector('[data-head=true]') ?? task.querySelector('h1[tabindex]');
    if (next && !('settled' in next.dataset)) {
      next.dataset.settled = '';
      next.focus();
    }
    const slip = task.querySelector('.slip');
    if (slip && !('printed' in slip.dataset)) {
      slip.dataset.printed = '';
      window.print();
    }
  };
  const $ = window.jQuery;
  $?.(document).on('pfAjaxComplete', settle)
    .on('pfAjaxError', () => { byId('down').hidden = false; })
    .on('pfAjaxSuccess', () => { byId('down').hidden = true; });
  if (window.PrimeFaces) PrimeFaces.settings.errorPages = {};
  document.addEventListener('DOMContentLoaded', settle);
  if (document.readyState !== 'loading') settle();

  /* a page that is left keeps no slip behind */
  window.addEventListener('pagehide', () => document.querySelector('.slip')?.remove());
})();
