/**
 * Who works here: members, their roles, and the invitations by which they come.
 *
 * <p>There is no form that makes an account. An {@link souspli.staff.Invitation} is bound to one address, role and
 * pharmacy. What anybody may do is one table, {@link souspli.staff.Permissions}, where this room begins; every use case
 * of staff takes an {@link souspli.staff.Acting} first and asks it before anything else.
 */
@Room(uses = {"directory", "sealedlink", "web"})
package souspli.staff;

import souspli.Room;
