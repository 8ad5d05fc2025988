// A button that prints, where there is a script to do it.
(() => {
  const print = document.getElementById('print');
  print.onclick = () => window.print();
  print.hidden = false;
})();
