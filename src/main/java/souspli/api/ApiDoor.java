package souspli.api;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.issuing.NewSlip;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;
import souspli.web.Headers;
import souspli.web.Trace;

/**
 * Everything below {@code /api/v1/slips}. Asks for the key before it reads anything; without a valid one each of these
 * paths gives the same answer, whichever slips there are. Makes no session, sets no cookie and allows no other site.
 */
@WebServlet("/-/api")
public class ApiDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String BEARER = "Bearer ";
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final transient DataSource database;
  private final transient SlipCalls calls;
  private final transient InstantSource clock;

  @Inject
  ApiDoor(DataSource database, SlipCalls calls, InstantSource clock) {
    this.database = database;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(response, answer(request));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(response, answer(request));
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(response, answer(request));
  }

  private Reply answer(HttpServletRequest request) throws IOException {
    try {
      Optional<Acting> acting = acting(request.getHeader("Authorization"));
      return acting.isPresent() ? answer(request, acting.get()) : Reply.noKey();
    } catch (Fault.Found found) {
      return Reply.faulty(found.faults());
    } catch (Fields.Unreadable unreadable) {
      return Reply.unreadable(unreadable.getMessage());
    } catch (SQLException | RuntimeException fault) {
      return Reply.outOfOrder(Trace.written(fault));
    }
  }

  private Optional<Acting> acting(String authorization) throws SQLException {
    if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    Optional<ApiKey> shown = ApiKey.parse(authorization.substring(BEARER.length()).strip());
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    try (ApiKey key = shown.get();
        Connection db = database.getConnection()) {
      return ApiKeys.acting(db, key, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
  }

  private Reply answer(HttpServletRequest request, Acting acting) throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    if (body.length > 0 && !isJson(request.getContentType())) {
      return Reply.notJson();
    }
    // /api/v1/slips/NUMBER/CALL: the table of public paths lets no other form through
    String[] path = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)).split("/");
    if (path.length == 4) {
      return calls.issue(acting, Fields.of(body), draft(acting, request.getHeader(IDEMPOTENCY_KEY)));
    }
    Optional<SlipNumber> number = SlipNumber.parse(path[4]);
    if (number.isEmpty()) {
      return Reply.unknownSlip();
    }
    SlipNumber slip = number.get();
    return switch (path.length == 5 ? "" : path[5]) {
      case "" -> calls.state(acting, slip);
      case "result" -> calls.result(acting, slip, Fields.of(body));
      case "withdraw" -> calls.withdraw(acting, slip, Fields.of(body));
      case "reissue" -> calls.reissue(acting, slip, Fields.of(body));
      default -> throw new IllegalStateException("a public path that nobody serves");
    };
  }

  private static boolean isJson(String contentType) {
    return contentType != null && contentType.strip().matches("(?i)application/json(\\s*;\\s*charset=\"?utf-8\"?)?");
  }

  /** The draft of a form that has none: what names the call, within the pharmacy. */
  static NewSlip.Draft draft(Acting acting, String idempotencyKey) {
    if (idempotencyKey == null || idempotencyKey.isEmpty()) {
      throw new Fault.Found(Fault.missing(IDEMPOTENCY_KEY));
    }
    if (!idempotencyKey.matches("[\\x21-\\x7e]{1,128}")) {
      throw new Fault.Found(Fault.malformed(IDEMPOTENCY_KEY, "1 to 128 visible ASCII characters"));
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(acting.pharmacyId().value()).array());
      return new NewSlip.Draft(
          Arrays.copyOf(sha256.digest(idempotencyKey.getBytes(StandardCharsets.US_ASCII)), 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static void send(HttpServletResponse response, Reply reply) throws IOException {
    byte[] body = reply.body().toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setHeader(Headers.POLICY, Headers.NOTHING);
    response.setContentType(reply.contentType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
