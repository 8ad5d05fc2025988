// Asks the browser for a passkey: at the door to get in, on the page of passkeys to make one. What it answers goes into
// hidden fields of a form, as base64url.
(() => {
  const bytes = text =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), symbol => symbol.charCodeAt(0));
  const text = buffer =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const at = id => document.getElementById(id);
  const able = 'credentials' in navigator && 'PublicKeyCredential' in window;

  const door = at('passkey-door');
  if (door && able) {
    const LIFE = 270000; // a little less than a challenge's
    const began = Date.now();
    let offered = new AbortController();
    const ask = more =>
      navigator.credentials
        .get({
          publicKey: { challenge: bytes(at('challenge').value), rpId: at('relying-party').value, userVerification: 'required' },
          ...more
        })
        .then(found => {
          at('passkey').value = text(found.rawId);
          at('user-handle').value = text(found.response.userHandle || new ArrayBuffer(0));
          at('client-data').value = text(found.response.clientDataJSON);
          at('authenticator-data').value = text(found.response.authenticatorData);
          at('signature').value = text(found.response.signature);
          door.submit();
        });
    // in the list that the browser shows at the address field
    const offer = async () => {
      if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
        ask({ mediation: 'conditional', signal: offered.signal }).catch(() => {}); // nobody asked for it aloud
      }
    };
    const again = () => location.replace(location.pathname);
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
    setTimeout(() => (at('email').value || at('password').value ? offered.abort() : again()), LIFE);
    door.hidden = false;
    if (door.dataset.offer === 'true') { // after a refusal the next one is asked for by hand
      offer();
    }
  }

  const making = at('passkey-making');
  if (making) {
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
            authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
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
    addEventListener('load', () => setTimeout(able ? make : fault));
  }
})();
