/* A scanner is a keyboard that types faster than hands. This tells its bursts from typing by the time between keys, and
   hands each burst over as it came; what a page does not want stays typing. Nothing is kept or sent here. */
(() => {
  'use strict';
  const hasty = {
    GAP: 120,  // ms between two keys: more, and another burst begins
    FAST: 60,  // ms a key on the average: no hand types ten keys so
    IDLE: 200, // ms of silence after which a scanner without a suffix has ended
    SHORTEST: 10,
  };
  const patient = {GAP: 1000, FAST: Infinity, IDLE: 3000, SHORTEST: 4}; // where a slow scanner is to be told that it is
  let limits = hasty;
  const GS = '\u001d';

  let keys = [], times = [], field = null, timer = 0, numpad = '', taken = -Infinity;
  let take = () => false;

  const isText = el => el.matches('input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea');
  const average = () => times.length < 2 ? Infinity : (times.at(-1) - times[0]) / (times.length - 1);
  const isBurst = () => keys.length >= limits.SHORTEST && average() <= limits.FAST;

  const apart = (one, other) => Math.abs(one - other);
  const begin = () => {
    const el = document.activeElement;
    keys = [];
    times = [];
    field = isText(el) ? {el, value: el.value, caret: el.selectionStart} : null;
    numpad = '';
  };
  const hear = (key, at) => {
    if (!times.length || apart(at, times.at(-1)) > limits.GAP) begin();
    keys.push(key);
    times.push(at);
    clearTimeout(timer);
    timer = setTimeout(() => end(''), limits.IDLE);
  };
  /* What the burst typed into a field is taken out of it again. */
  const restore = () => {
    if (!field?.el.isConnected || field.el.value === field.value) return;
    field.el.value = field.value;
    field.el.dispatchEvent(new Event('input', {bubbles: true}));
    if (field.el === document.activeElement) field.el.setSelectionRange(field.caret, field.caret);
  };
  /* True when the page took it. Without a suffix it may not have ended yet, so what nobody takes is kept. */
  const end = suffix => {
    clearTimeout(timer);
    const burst = isBurst() && {
      text: keys.join(''), suffix, pace: Math.round(average()), inField: field ? field.el.id : null,
    };
    const took = burst && take(burst);
    if (took) taken = times.at(-1);
    if (took || suffix) {
      keys = [];
      times = [];
    }
    return took;
  };

  window.addEventListener('keydown', event => {
    const at = event.timeStamp;
    if (event.ctrlKey && !event.altKey) {
      if (keys.length && (event.code === 'BracketRight' || event.key === ']' || event.key === GS)) {
        hear(GS, at);
        event.preventDefault();
      }
      return;
    }
    if (event.altKey && /^Numpad\d$/.test(event.code)) {
      numpad += event.code.at(-1);
      return;
    }
    if (event.altKey && !event.getModifierState('AltGraph') || event.metaKey || event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (times.length && apart(at, times.at(-1)) > limits.GAP) keys = [];
      const late = !keys.length && apart(at, taken) <= limits.GAP; // the suffix of what silence has ended
      if (late || end(event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    } else if (event.key.length === 1) {
      hear(event.key, at);
    }
  }, true);
  window.addEventListener('keyup', event => {
    if (event.key !== 'Alt') return;
    if (Number(numpad) === 29 && keys.length) hear(GS, event.timeStamp);
    numpad = '';
  }, true);

  /* What a French keyboard makes of unshifted digits. */
  const row = 'à&é"\'(-è_ç';
  const figure = key => row.includes(key) ? String(row.indexOf(key)) : key;

  window.wedge = {
    figure, restore, FAST: hasty.FAST,
    figures: text => [...text].map(figure).join(''),
    /* taker: of {text, suffix, pace, inField}; true when it was for this page, which then calls restore(). */
    listen: (taker, slow = false) => {
      take = taker;
      limits = slow ? patient : hasty;
    },
    /* Whether the key that was just heard followed another one faster than hands. */
    isRushing: () => times.length > 1 && times.at(-1) - times.at(-2) <= hasty.FAST,
  };
})();
