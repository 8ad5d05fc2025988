// Asks the browser for a passkey: at the door to get in, on a page that asks who is there, on the page of passkeys to
// make one. What it answers goes into hidden fields of a form, as base64url.
(() => {
  const bytes = text =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), symbol => symbol.charCodeAt(0));
  const text = buffer =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const at = id => document.getElementById(id);
  const able = 'credentials' in navigator && 'PublicKeyCredential' in window;

  // asks for one of those ids, or for whichever there is, and puts the answer into the named fields of that place
  const get = (place, challenge, relyingParty, allowed, more) =>
    navigator.credentials
      .get({
        publicKey: {
          challenge: bytes(challenge),
          rpId: relyingParty,
          allowCredentials: allowed.map(id => ({ type: 'public-key', id: bytes(id) })),
          userVerification: 'required'
        },
        ...more
      })
      .then(found => {
        const fill = (name, buffer) => (place.querySelector(`[name=${name}]`).value = text(buffer));
        fill('passkey', found.rawId);
        fill('userHandle', found.response.userHandle || new ArrayBuffer(0));
        fill('clientData', found.response.clientDataJSON);
        fill('authenticatorData', found.response.authenticatorData);
        fill('signature', found.response.signature);
      });

  // of somebody whom the page knows, wherever it asks
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-touch-now]');
    if (!button) return;
    const place = button.closest('[data-touch]');
    const fault = place.querySelector('[data-touch-fault]');
    const { challenge, relyingParty, allowed, then } = place.dataset;
    fault.hidden = true;
    (able ? get(place, challenge, relyingParty, allowed.split(' ')) : Promise.reject(new Error('no passkeys here')))
      .then(() => (then ? at(then).click() : button.form.requestSubmit()))
      .catch(() => (fault.hidden = false));
  });

  // the other answer is typed: Enter sends it with what is to be done, not with the form's first button
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.defaultPrevented || !event.target.dataset?.proof) return;
    event.preventDefault();
    at(event.target.dataset.proof).click();
  });

  const door = at('passkey-door');
  if (door && able) {
    const LIFE = 270000; // a little less than a challenge's
    const began = Date.now();
    let offered = new AbortController();
    const ask = more =>
      get(door, at('challenge').value, at('relying-party').value, [], more).then(() => door.submit());
    // in the list that the browser shows at the address field
    const offer = async () => {
      if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
        ask({ mediation: 'conditional', signal: offered.signal }).catch(() => {}); // nobody asked for it aloud
      }
    };
    const again = () => location.replace(location.pathname);
    const typed = () => [...document.querySelectorAll('input:not([type=hidden])')].some(field => field.value);
    at('use-passkey').onclick = () => {
      if (Date.now() - began > LIFE) {
        again();
        return;
      }
      offered.abort();
      offered = new AbortController();
      at('passkey-fault').hidden = true;
      ask({}).catch(() => {
        at('passkey-fault').hidden = false;
      });
    };
    setTimeout(() => (typed() ? offered.abort() : again()), LIFE);
    door.hidden = false;
    if (door.dataset.offer === 'true') { // after a refusal the next one is asked for by hand
      offer();
    }
  }

  const making = at('passkey-making');
  if (making) {
    // on a machine that others use as well, none that stays in it
    const shared = () => at('shared') && (at('shared').type === 'hidden' || at('shared').checked);
    const fault = () => (at('passkey-fault').hidden = false);
    const make = () =>
      navigator.credentials
        .create({
          publicKey: {
            challenge: bytes(at('challenge').value),
            rp: { id: at('relying-party').value, name: 'Souspli' },
            user: { id: bytes(at('user-handle').value), name: at('address').value, displayName: at('address').value },
            pubKeyCredParams: [-8, -7, -257].map(alg => ({ type: 'public-key', alg })),
            excludeCredentials: at('known').value.split(' ').filter(id => id)
              .map(id => ({ type: 'public-key', id: bytes(id) })),
            authenticatorSelection: {
              ...(shared() ? { authenticatorAttachment: 'cross-platform' } : {}),
              residentKey: 'required',
              requireResidentKey: true,
              userVerification: 'required'
            },
            attestation: 'none'
          }
        })
        .then(made => {
          at('attestation').value = text(made.response.attestationObject);
          at('client-data').value = text(made.response.clientDataJSON);
          making.requestSubmit(); // so that PrimeFaces hears of it
        })
        .catch(fault);
    at('make').onclick = () => {
      at('passkey-fault').hidden = true;
      able ? make() : fault();
    };
    // at once, but not before PrimeFaces has put its own fields into the form
    if (making.dataset.byHand === undefined) {
      addEventListener('load', () => setTimeout(able ? make : fault));
    }
    making.hidden = false;
  }
})();
