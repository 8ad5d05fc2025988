package souspli.signin;

import souspli.staff.Invitation;

/**
 * What somebody who opened an invitation is shown: who was invited, and a new second factor to put into an
 * authenticator.
 *
 * @param sealed the secret under the staff key, as base64url: it goes to the browser and comes back with the form, so
 *     that nothing is kept for somebody who is not here yet, and nobody can bring a secret of their own
 */
public record Enrolment(Invitation invitation, TotpSecret secret, String sealed) {

  @Override
  public String toString() {
    return "Enrolment";
  }
}
