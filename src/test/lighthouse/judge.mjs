// Lighthouse on the patient's first page, once for each language, as a slow phone sees it. Whatever else the machine
// does can only make a page slower: one that falls short is measured again, three times in all, and the best counts.
import {existsSync} from 'node:fs';
import {launch} from 'chrome-launcher';
import lighthouse from 'lighthouse';

const address = new URL('/', process.argv[2]).href;
const languages = ['fr', 'en', 'es', 'pt', 'ar', 'tr', 'ro', 'uk', 'ru', 'zh'];
const categories = ['performance', 'accessibility', 'best-practices'];
const chromePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

async function judge(language) {
  const {lhr} = await lighthouse(address, {
    port: chrome.port,
    logLevel: 'error',
    onlyCategories: categories,
    extraHeaders: {'Accept-Language': language},
  });
  if (lhr.runtimeError) {
    throw new Error(lhr.runtimeError.message);
  }
  return {
    scores: categories.map(name => Math.round(100 * (lhr.categories[name].score ?? 0))),
    faults: Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 0.9),
  };
}

const chrome = await launch({chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu']});
let below = 0;
try {
  console.log(['', ...categories].join('\t'));
  for (const language of languages) {
    let best = {scores: [0]};
    for (let time = 1; time <= 3 && Math.min(...best.scores) < 100; time++) {
      const verdict = await judge(language);
      best = Math.min(...verdict.scores) > Math.min(...best.scores) ? verdict : best;
    }
    console.log([language, ...best.scores].join('\t'));
    if (Math.min(...best.scores) < 100) {
      below++;
      best.faults.forEach(audit => console.log(`\t${audit.id}: ${audit.displayValue ?? audit.score}`));
    }
  }
} finally {
  chrome.kill();
}
process.exitCode = below ? 1 : 0;
