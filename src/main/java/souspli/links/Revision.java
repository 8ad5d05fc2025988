package souspli.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.Sealed;

/** One sealed version of one link's result. Never changed; a correction is another revision. */
@Entity
@Table(name = "result")
@IdClass(Revision.Key.class)
public class Revision {
  @Id
  @Column(name = "link_id")
  private byte[] linkId;

  @Id private int revision;

  private byte[] sealed;

  /** For JPA. */
  protected Revision() {}

  /**
   * @param revision counts from 1
   */
  public Revision(LinkId link, int revision, Sealed sealed) {
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1, not " + revision);
    }
    this.linkId = link.bytes();
    this.revision = revision;
    this.sealed = sealed.bytes();
  }

  public int number() {
    return revision;
  }

  public Sealed sealed() {
    return new Sealed(sealed);
  }

  /** The primary key as JPA wants it. */
  public static final class Key {
    private byte[] linkId;
    private int revision;

    /** For JPA. */
    public Key() {}

    Key(LinkId link, int revision) {
      this.linkId = link.bytes();
      this.revision = revision;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && revision == key.revision && Arrays.equals(linkId, key.linkId);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(linkId) + revision;
    }
  }
}
