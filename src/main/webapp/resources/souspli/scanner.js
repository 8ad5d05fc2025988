/* The page on which a scanner is tried: whatever it types, at whatever pace, is shown and judged. */
(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  window.wedge.listen(burst => {
    byId('arrived').value = burst.text;
    byId('pace').value = burst.pace;
    byId('suffix').value = burst.suffix;
    byId('judge').click();
    return true;
  }, true);
})();
