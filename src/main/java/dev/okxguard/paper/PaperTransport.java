package dev.okxguard.paper;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.okx.wire.Transmission.Lost;
import dev.okxguard.okx.wire.Transmission.NotSent;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;

/// Carries requests to the paper exchange in this process: no socket, no network. Any number of
/// threads and processes may use one directory at the same time.
///
/// A delay longer than the request's timeout loses the answer; the request is processed when the
/// delay says, and `send` returns only then.
public final class PaperTransport implements Transport {
  private final StateStore store;
  private final Time time;
  private final Faults faults;
  private final Gateway gateway = new Gateway();

  /// A client of the exchange in that directory; the first use makes one when there is none.
  public PaperTransport(PaperHome home, Time time, Faults faults) {
    this(home, time, faults, Engine.OPENING);
  }

  PaperTransport(PaperHome home, Time time, Faults faults, Trading.Opening opening) {
    this.store = new StateStore(home, time, opening);
    this.time = time;
    this.faults = faults;
  }

  /// The credentials of the paper account's first key.
  ///
  /// @throws Fault of kind CONFIG when the state cannot be read or written
  public Credentials credentials() {
    return store.exclusively(PaperExchange::credentials);
  }

  /// When another process keeps the state locked, nothing was sent; when the thread is interrupted,
  /// the answer is lost.
  ///
  /// @throws Fault of kind CONFIG when the state cannot be read or written; nothing happened then
  @Override
  public Transmission send(WireRequest request) {
    try {
      return carry(request);
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.BUSY) {
        return new NotSent(fault.getMessage());
      }
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        return new Lost(fault.getMessage());
      }
      throw fault;
    }
  }

  private Transmission carry(WireRequest request) {
    Script script = faults.strike(request.method(), request.path());
    if (script.lostRequest()) {
      return new Lost("the connection was dropped before the request was read");
    }
    long start = time.nanos();
    pause(script.before());
    Answered answer = answer(request, script);
    pause(script.after());
    if (script.lostReply()) {
      return new Lost("the connection was dropped before the answer");
    }
    boolean late = time.nanos() - start >= request.timeout().toNanos() && delayed(script);
    return late ? new Lost("no answer within the timeout") : script.damaged(answer);
  }

  private static boolean delayed(Script script) {
    return script.before().isPositive() || script.after().isPositive();
  }

  private Answered answer(WireRequest request, Script script) {
    if (script.processed()) {
      Answered own = process(request, script);
      return script.refusal().map(refusal -> envelope(refusal.answer())).orElse(own);
    }
    return envelope(script.refusal().orElseThrow().answer());
  }

  private Answered envelope(Result result) {
    return Envelope.answer(result, time.now(), time.now());
  }

  private Answered process(WireRequest request, Script script) {
    return store.exclusively(
        exchange -> {
          Instant now = time.now().plus(script.skew());
          Incoming incoming = Incoming.of(request, now);
          Result result = gateway.handle(exchange, incoming, script);
          return Envelope.answer(result, now, time.now().plus(script.skew()));
        });
  }

  private void pause(Duration length) {
    if (!length.isPositive()) {
      return;
    }
    try {
      time.pause(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while the paper exchange was slow", "");
    }
  }

  /// Lets the state directory go.
  @Override
  public void close() {
    store.close();
  }
}
