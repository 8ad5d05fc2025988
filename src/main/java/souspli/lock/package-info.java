/**
 * A counter that is left alone, and what takes more than an open page.
 *
 * <p>F8, or a quarter of an hour without a request, locks a session on the server: it keeps what was half typed, and
 * answers nothing but who locked it. Its member unlocks it; a colleague takes over by signing in, and sees none of it.
 * Some acts ask for a factor that was shown within five minutes: {@link souspli.lock.FreshFactor} asks in place. Begins
 * at {@link souspli.lock.LockSession}.
 */
@Room(uses = {"limits", "passkeys", "pharmacies", "settings", "signin", "staff", "trail", "web"})
package souspli.lock;

import souspli.Room;
