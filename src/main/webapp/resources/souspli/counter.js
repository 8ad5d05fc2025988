/* The counter by keyboard. Keys press the button that carries them (data-key); a scanned stub opens its slip and a scanned
   box is taken into use wherever the focus is; digits answer inside their group only. Nothing is kept: no storage, no
   request of its own. */
(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const {figure, figures} = window.wedge;
  const isUntouched = form => form && byId('review')
    && ['birthName', 'givenNames', 'dateOfBirth'].every(id => !byId(id).value);
  /* ---- a scanner: the stub of a slip, the label of a box ---- */
  let scanning = 0; // answers that a scan still waits for
  const openSlip = number => {
    if (byId('wanted')) {
      byId('wanted').value = number;
      byId('openWanted').click();
    } else {
      byId('slipNumber').value = number;
      byId('find').click();
    }
  };
  const say = key => {
    const note = byId('scanNote'), line = document.createElement('p');
    line.className = 'careful';
    line.role = 'alert';
    line.textContent = note.dataset[key];
    note.replaceChildren(line);
  };
  const openBox = text => {
    scanning = byId('issue') ? 2 : 1;
    if (byId('issue')) byId('change').click(); // what was read back has changed
    byId('scanned').value = text;
    byId('boxScanned').click();
  };
  window.wedge.listen(burst => {
    const plain = figures(burst.text);
    const stub = /SP(\d{10})$/i.exec(plain);
    const bare = !burst.inField && /^\d{10}$/.exec(plain);
    const box = byId('boxScanned') && burst.suffix && (/^(\W?d2)?\W?01\d{14}/.test(plain) || burst.text.startsWith('(01)'));
    const strange = burst.suffix === 'Enter' && burst.text.length > 11 && burst.inField !== 'slipNumber' && byId('scanNote');
    if (!stub && !bare && !box && !strange) return false;
    pending = null;
    window.wedge.restore();
    if (stub || bare) openSlip((stub ?? bare).at(-1).slice(-10));
    else if (box) openBox(burst.text);
    else say('strange');
    return true;
  });

  /* ---- outcomes: 1 found, 3 not found, 9 the test did not work ---- */
  const isWhole = el => el.dataset.whole === 'true';
  const answer = (group, digit) => {
    const choices = [...group.querySelectorAll(`[data-digit="${digit}"]`)];
    const set = document.activeElement.closest('.analyte') ?? group.querySelector('.analyte') ?? group;
    const choice = choices.find(el => isWhole(el) || set.contains(el));
    if (!choice) return;
    choice.checked = true;
    choice.dispatchEvent(new Event('change', {bubbles: true}));
    if (group.dataset.language) return; // of the paper: the next key is still the one that prints it
    const form = group.closest('form');
    const open = isWhole(choice) ? null
      : [...form.querySelectorAll('.analyte')].find(each => !each.querySelector(':checked'));
    const reason = [...form.querySelectorAll('[data-reason]')].find(each => !each.querySelector(':checked'));
    ((open ?? reason)?.querySelector('input') ?? form.querySelector('[data-touch-now]')
      ?? form.querySelector('[data-proof], [data-default]')).focus();
  };
  /* A digit answers once it is sure that no scanner typed it. */
  let pending = null;
  const answerPending = () => {
    const {el, group, digit} = pending ?? {};
    pending = null;
    if (el?.isConnected && el === document.activeElement) answer(group, digit);
  };
  document.addEventListener('change', event => {
    const set = event.target.closest('fieldset');
    if (set && event.target.checked) { // what was missing is there
      set.querySelector('.error')?.remove();
      set.removeAttribute('aria-describedby');
    }
    const group = event.target.closest('[data-outcomes]');
    if (!group || !event.target.checked || !event.target.dataset.digit) return;
    group.querySelectorAll('[data-digit]').forEach(el => {
      if (isWhole(el) !== isWhole(event.target)) el.checked = false;
    });
  });

  const isTyping = el => el.matches('input:not([type=radio]):not([type=checkbox]), select, textarea');
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = event.key;
    if (window.wedge.isRushing() && key.length === 1) pending = null;
    else answerPending();
    const el = document.activeElement;
    if (key === 'F3' && byId('search')) {
      event.preventDefault();
      byId('search').focus();
      byId('search').select();
    } else if (/^F\d+$/.test(key) || key === 'Delete' && !isTyping(el)) {
      const button = document.querySelector(`[data-key="${key}"]`);
      if (!button) return;
      event.preventDefault();
      if (key === 'F9' && document.querySelector('.slip')) window.print();
      else if (key === 'F2' && isUntouched(byId('newSlip'))) byId('birthName').focus();
      else if (!event.repeat) button.click();
    } else if (key === 'Escape' && el.id === 'search') {
      el.value = '';
      byId('searchNow').click();
      byId('task').querySelector('[data-first], [data-head=true], input')?.focus();
    } else if (key === 'Escape') {
      const back = document.querySelector('#task [data-key="Escape"]');
      if (back) back.click();
    } else if (key === 'Enter') {
      if (event.repeat) {
        event.preventDefault();
      } else if (el.id === 'search') {
        event.preventDefault();
        opening = true;
        clearTimeout(asked);
        byId('searchNow').click();
      } else if (el.matches('select, [type=checkbox]')) {
        event.preventDefault();
        el.form?.querySelector('[data-default]')?.click();
      }
    } else if (key.length === 1) {
      const group = el.closest('[data-outcomes], [data-reason]')
        ?? (isTyping(el) ? null : document.querySelector('#task [data-language=true]'));
      if (group?.querySelector(`[data-digit="${figure(key)}"]`) && !window.wedge.isRushing()) {
        event.preventDefault();
        pending = {el, group, digit: figure(key)};
        setTimeout(answerPending, window.wedge.FAST);
      }
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

  /* ---- until a test may be read: counted here, second by second, by the portal's clock ---- */
  let ahead = 0; // of this computer's clock
  const two = number => String(number).padStart(2, '0');
  const tick = () => {
    const list = byId('due');
    if (!list) return;
    if (!('seen' in list.dataset)) {
      list.dataset.seen = '';
      ahead = list.dataset.asOf - Date.now();
    }
    const now = Date.now() + ahead;
    list.querySelectorAll('[data-at]').forEach(el => {
      const left = Math.ceil((el.dataset.at - now) / 1000);
      const words = left > 0 ? `${Math.floor(left / 60)}:${two(left % 60)}`
        : left > -60 ? list.dataset.due : list.dataset.late.replace('{0}', Math.floor(-left / 60));
      el.classList.toggle('due', left <= 0);
      if (el.textContent !== words) el.textContent = words;
    });
  };
  setInterval(tick, 1000);
  /* Whoever comes back to the page gets the list as it is now; nothing is asked for while nobody looks. */
  document.addEventListener('visibilitychange', () => {
    tick();
    if (document.visibilityState === 'visible' && byId('search') && !byId('search').value) byId('refreshList').click();
  });

  /* ---- searching: Enter opens what was found ---- */
  let opening = false, asked = 0;
  const isOfSearch = el => el.closest('.search') !== null;
  document.addEventListener('input', event => {
    if (!isOfSearch(event.target)) return;
    clearTimeout(asked);
    asked = setTimeout(() => byId('searchNow').click(), 250);
  });
  const openFound = () => {
    const lines = document.querySelectorAll('#hits [data-slip]');
    if (lines.length === 1) lines[0].click();
    else lines[0]?.focus();
  };

  /* ---- after each answer: focus where the next key belongs, print what was issued ---- */
  const next = task => {
    const head = task.querySelector('[data-head=true]');
    return byId(byId('here')?.dataset.focus) ?? task.querySelector('[aria-invalid=true]')
      ?? task.querySelector('.error')?.closest('fieldset, .field')?.querySelector('input, select')
      ?? (head?.offsetParent && !head.closest('fieldset').querySelector('[checked]') ? head : null)
      ?? task.querySelector('[data-first]') ?? head ?? task.querySelector('h1[tabindex]');
  };
  const settle = () => {
    tick();
    echoAge();
    const task = byId('task');
    if (!task) return;
    const anew = !('settled' in task.dataset);
    task.dataset.settled = '';
    if (anew && !scanning) byId('scanNote')?.replaceChildren();
    if (scanning === 1) task.querySelector('[data-asked]')?.focus();
    scanning = Math.max(0, scanning - 1);
    if (anew) next(task)?.focus();
    if (opening && !asking) {
      opening = false;
      openFound();
    }
    const slip = task.querySelector('.slip');
    if (slip && !('printed' in slip.dataset)) {
      slip.dataset.printed = '';
      window.print();
    }
  };
  const $ = window.jQuery;
  let asking = 0;
  $?.(document).on('pfAjaxSend', () => { asking++; })
    .on('pfAjaxComplete', () => { asking = Math.max(0, asking - 1); settle(); })
    .on('pfAjaxError', () => { byId('down').hidden = false; })
    .on('pfAjaxSuccess', () => { byId('down').hidden = true; });
  if (window.PrimeFaces) PrimeFaces.settings.errorPages = {};
  document.addEventListener('DOMContentLoaded', settle);
  if (document.readyState !== 'loading') settle();

  /* a page that is left keeps no slip behind */
  window.addEventListener('pagehide', () => document.querySelector('.slip')?.remove());
})();
