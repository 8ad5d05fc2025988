package souspli.scanner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import souspli.result.Kit;
import souspli.result.TestKind;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Remembers for this pharmacy what the boxes of a product are called, so that nobody is asked a second time. */
@Dependent
public class NameBox {
  private final KnownKits kits;

  @Inject
  public NameBox(KnownKits kits) {
    this.kits = kits;
  }

  /** Nothing for a box without a number. */
  @Transactional
  public void name(Acting acting, Kit kit, TestKind kind) {
    acting.require(Act.ISSUE);
    kit.gtin()
        .ifPresent(gtin -> kits.keep(acting.pharmacyId(), gtin, new KnownKits.KnownKit(kit.name(), kind)));
  }
}
