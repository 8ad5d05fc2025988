/**
 * Who works here: members, their roles, and how they were invited.
 *
 * <p>There is no form that makes an account. An {@link souspli.staff.Invitation} is bound to one address, role and
 * pharmacy; the road begins at {@link souspli.staff.Invite}. What anybody may do is one table, {@link
 * souspli.staff.Permissions}; every use case of staff takes an {@link souspli.staff.Acting} first and asks it before
 * anything else.
 */
@Room(uses = {"pharmacies", "sealedlink", "settings", "web"})
package souspli.staff;

import souspli.Room;
