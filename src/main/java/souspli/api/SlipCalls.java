package souspli.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import souspli.issuing.CorrectResult;
import souspli.issuing.EnterResult;
import souspli.issuing.IssueLink;
import souspli.issuing.IssuedSlip;
import souspli.issuing.NewSlip;
import souspli.issuing.Refusal;
import souspli.issuing.ReissueLink;
import souspli.issuing.WithdrawLink;
import souspli.worklist.Worklist;
import souspli.links.WithdrawReason;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.settings.Settings;
import souspli.staff.Acting;

/** Each call of pharmacy software, as the use case that it is at the counter. */
@Dependent
class SlipCalls {
  static final String SLIPS = "/api/v1/slips";

  private final IssueLink issueLink;
  private final EnterResult enterResult;
  private final CorrectResult correctResult;
  private final WithdrawLink withdrawLink;
  private final ReissueLink reissueLink;
  private final Worklist worklist;
  private final Settings settings;
  private final InstantSource clock;

  @Inject
  SlipCalls(
      IssueLink issueLink,
      EnterResult enterResult,
      CorrectResult correctResult,
      WithdrawLink withdrawLink,
      ReissueLink reissueLink,
      Worklist worklist,
      Settings settings,
      InstantSource clock) {
    this.issueLink = issueLink;
    this.enterResult = enterResult;
    this.correctResult = correctResult;
    this.withdrawLink = withdrawLink;
    this.reissueLink = reissueLink;
    this.worklist = worklist;
    this.settings = settings;
    this.clock = clock;
  }

  Reply issue(Acting acting, Fields fields, NewSlip.Draft draft) {
    LocalDate latest = DateOfBirth.latest(clock.instant());
    return switch (issueLink.issue(acting, SlipBody.read(fields, draft, latest))) {
      case IssueLink.Answer.Issued(IssuedSlip slip) -> made(slip, Reply.JSON.createObjectBuilder());
      case IssueLink.Answer.AlreadyIssued(SlipNumber slip) ->
          Reply.conflict("already-issued", "this Idempotency-Key has issued a slip; its code was in that answer alone")
              .with("slipNumber", slip.digits());
      case IssueLink.Answer.NoKeysToday() -> noKeysToday();
    };
  }

  Reply result(Acting acting, SlipNumber slip, Fields fields) {
    ResultBody result = ResultBody.read(fields);
    return switch (enterResult.enter(acting, slip, result.outcome(), result.early())) {
      case EnterResult.Entered() -> state(acting, slip);
      case EnterResult.Unchanged() -> state(acting, slip);
      case EnterResult.AnotherStands() -> correct(acting, slip, result);
      case EnterResult.TooEarly(Duration remaining) ->
          Reply.faulty(
              List.of(new Fault("early", "missing", "read it in " + remaining.toSeconds() + " s, or say why now")));
      case EnterResult.NotOfThisTest() -> notOfThisTest();
      case Refusal why -> refused(why);
    };
  }

  private Reply correct(Acting acting, SlipNumber slip, ResultBody result) {
    if (result.reason().isEmpty()) {
      return Reply.faulty(List.of(new Fault("reason", "missing", "another outcome stands: say why it is corrected")));
    }
    return switch (correctResult.correct(acting, slip, result.outcome(), result.reason().get())) {
      case CorrectResult.Corrected _ -> state(acting, slip);
      case CorrectResult.SameOutcome() -> state(acting, slip);
      case EnterResult.NotOfThisTest() -> notOfThisTest();
      case Refusal why -> refused(why);
    };
  }

  Reply withdraw(Acting acting, SlipNumber slip, Fields fields) {
    fields.check();
    return switch (withdrawLink.withdraw(acting, slip, Optional.empty())) {
      case WithdrawLink.Withdrawn() -> state(acting, slip);
      // asked again, perhaps because the answer was lost: it is as was wished
      case Refusal.AlreadyWithdrawn(WithdrawReason why) when why == WithdrawReason.PHARMACY -> state(acting, slip);
      case Refusal why -> refused(why);
    };
  }

  Reply reissue(Acting acting, SlipNumber slip, Fields fields) {
    String field = "birthDate";
    String typed = fields.take(field);
    Optional<DateOfBirth> corrected = DateOfBirth.parse(typed, DateOfBirth.latest(clock.instant()));
    if (!typed.isEmpty() && corrected.isEmpty()) {
      fields.wrong(Fault.malformed(field, "YYYY-MM-DD, not in the future"));
    }
    fields.check();
    return switch (reissueLink.reissue(acting, slip, corrected)) {
      case ReissueLink.Reissued(IssuedSlip anew, int opened) ->
          made(anew, Reply.JSON.createObjectBuilder().add("replaces", slip.digits()).add("replacedWasOpened", opened));
      case ReissueLink.NoKeysToday() -> noKeysToday();
      case Refusal why -> refused(why);
    };
  }

  /** How a slip stands, and never an outcome. */
  Reply state(Acting acting, SlipNumber slip) {
    return worklist.find(acting, slip).map(SlipCalls::state).map(Reply::done).orElseGet(Reply::unknownSlip);
  }

  private static JsonObject state(Worklist.Row row) {
    JsonObjectBuilder json =
        Reply.JSON.createObjectBuilder().add("slipNumber", row.slip().digits()).add("state", Words.of(row.state()));
    row.reason().ifPresent(reason -> json.add("withdrawnBecause", Words.of(reason)));
    json.add("issuedAt", row.issuedAt().toString());
    row.dossier().ifPresent(dossier -> json.add("readyAt", dossier.sample().readyAt().toString()));
    return json.add("readableUntil", row.expiresOn().toString())
        .add("corrected", row.corrected())
        .add("opened", row.opened())
        .add("triesUsed", row.tries().used())
        .add("triesAllowed", row.tries().allowed())
        .build();
  }

  /** The one answer that holds a code. */
  private Reply made(IssuedSlip issued, JsonObjectBuilder json) {
    try (issued) {
      String number = issued.number().digits();
      String code = issued.token().text();
      return Reply.made(
          SLIPS + "/" + number,
          json.add("slipNumber", number)
              .add("code", code)
              .add("url", settings.baseUrl() + "/#" + code)
              .add("readyAt", issued.readyAt().toString())
              .add("readableUntil", issued.readableUntil().toString())
              .build());
    }
  }

  private static Reply notOfThisTest() {
    return Reply.faulty(List.of(Fault.malformed("outcomes", "exactly one for each analyte of this slip's test")));
  }

  private static Reply noKeysToday() {
    return Reply.notNow("no-keys-today", "this server lacks today's keys and issues nothing until it has them");
  }

  private static Reply refused(Refusal why) {
    return switch (why) {
      case Refusal.UnknownSlip() -> Reply.unknownSlip();
      case Refusal.CustodyEnded() ->
          Reply.conflict("custody-ended", "only the holder can open it now; it can still be withdrawn");
      case Refusal.AlreadyWithdrawn(WithdrawReason reason) ->
          Reply.conflict("withdrawn", "this slip has been withdrawn").with("withdrawnBecause", Words.of(reason));
      case Refusal.NoResultYet() -> Reply.conflict("no-result-yet", "there is no result that could be corrected");
    };
  }
}
