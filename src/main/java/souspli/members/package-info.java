/**
 * The desk of who runs the staff: the list of members, inviting and disabling them.
 *
 * <p>An administrator reaches everybody, a manager the pharmacists of the same pharmacy. Neither ever sees or sets a
 * password or a factor. Begins at {@link souspli.members.Invite}.
 */
@Room(uses = {"mail", "pharmacies", "sealedlink", "settings", "staff", "trail"})
package souspli.members;

import souspli.Room;
