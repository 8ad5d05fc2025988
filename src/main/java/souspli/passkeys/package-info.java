/**
 * Passkeys of staff (WebAuthn level 2): adding and removing one's own, and signing in with one touch.
 *
 * <p>A passkey is bound to this portal's origin, so nobody can be talked into giving it to another; the person is
 * verified by the device each time. Nothing is kept for who has not signed in: a challenge carries its own proof.
 * Begins at {@link souspli.passkeys.SignInByPasskey}, whose comments are numbered as the steps of WebAuthn, section
 * 7.2.
 */
@Room(uses = {"keys", "sealedlink", "settings", "signin", "staff", "trail", "web"})
package souspli.passkeys;

import souspli.Room;
