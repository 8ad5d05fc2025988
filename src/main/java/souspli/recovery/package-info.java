/**
 * A member's ten recovery codes: how many are left, and ten new ones in place of them.
 *
 * <p>They are shown once, and each stands once for the second factor beside the password; room {@code signin} takes
 * them at the door. Begins at {@link souspli.recovery.MakeRecoveryCodes}.
 */
@Room(uses = {"keys", "signin", "staff", "trail"})
package souspli.recovery;

import souspli.Room;
