/**
 * The pharmacist: issue a slip, enter and correct its result, issue it anew, withdraw it, grant tries, and see the
 * day's own slips.
 *
 * <p>Each use case takes who is acting first and works on slips of that pharmacy alone: another pharmacy's slip is
 * answered like one that does not exist. What can reasonably happen is a case of the answer; {@link
 * souspli.issuing.Refusal} holds what they have in common. The road begins at {@link souspli.issuing.IssueLink}.
 */
@Room(
    uses = {
      "accesslog", "keys", "limits", "links", "pharmacies", "registry", "result",
      "sealedlink", "staff", "trail"
    })
package souspli.issuing;

import souspli.Room;
