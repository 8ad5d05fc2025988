/**
 * The desk of who runs the staff: the list of members, inviting and disabling them.
 *
 * <p>An administrator reaches everybody, a manager the pharmacists of the same pharmacy. Neither ever sees or sets a
 * password or a factor: who lost one chooses a new one, by a fresh invitation. Begins at
 * {@link souspli.members.Invite}.
 */
@Room(uses = {"approvals", "directory", "lock", "mail", "pharmacies", "sealedlink", "staff", "trail"})
package souspli.members;

import souspli.Room;
