package souspli.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import souspli.settings.Settings;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;

/**
 * Brings an invitation's link to whom it is for. Called after the invitation was committed: what fails here is told,
 * and the link can still be copied.
 */
@Dependent
public class InvitationPost {

  private final Post post;
  private final Settings settings;

  @Inject
  public InvitationPost(Post post, Settings settings) {
    this.post = post;
    this.settings = settings;
  }

  /**
   * What became of the letter.
   *
   * @param link to be shown once; empty where the letter has it, so that nobody else sees it
   */
  public record Posted(Post.Outcome outcome, String link) {

    @Override
    public String toString() {
      return "Posted[" + outcome + "]";
    }
  }

  /** {@code place} is the pharmacy's name, empty where the role has none. */
  public Posted send(Invited invited, String place, InvitationSecret secret) {
    String link = settings.baseUrl() + "/staff/invitation#" + secret.text();
    Post.Outcome outcome =
        post.send(Letters.invitation(invited.email(), invited.name().text(), invited.role(), place, link));
    return new Posted(outcome, outcome == Post.Outcome.SENT ? "" : link);
  }
}
