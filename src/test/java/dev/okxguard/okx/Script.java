package dev.okxguard.okx;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A transport that answers in the order told, the clock question always by the given time.
final class Script implements Transport {
  private final List<WireRequest> requests = new ArrayList<>();
  private final Deque<Function<WireRequest, Transmission>> answers = new ArrayDeque<>();
  private final StepTime time;
  long serverAheadMillis;
  boolean clockBroken;
  Optional<Transmission> clockAnswer = Optional.empty();
  int clockQuestions;

  Script(StepTime time) {
    this.time = time;
  }

  static Transmission answer(int status, String body) {
    return new Transmission.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  static String ok(String data) {
    return "{\"code\":\"0\",\"msg\":\"\",\"data\":" + data + "}";
  }

  static String error(String code) {
    return "{\"msg\":\"text of " + code + "\",\"code\":\"" + code + "\"}";
  }

  Script then(int status, String body) {
    return then(r -> answer(status, body));
  }

  Script then(Transmission transmission) {
    return then(r -> transmission);
  }

  Script then(Function<WireRequest, Transmission> answer) {
    answers.add(answer);
    return this;
  }

  @Override
  public synchronized Transmission send(WireRequest request) {
    if (request.path().equals(Endpoint.PUBLIC_TIME.path())) {
      clockQuestions++;
      long now = time.now().toEpochMilli() + serverAheadMillis;
      if (clockAnswer.isPresent()) {
        return clockAnswer.get();
      }
      return clockBroken
          ? new Transmission.NotSent("no network")
          : answer(200, ok("[{\"ts\":\"" + now + "\"}]"));
    }
    requests.add(request);
    return answers.remove().apply(request);
  }

  List<WireRequest> requests() {
    return requests;
  }

  WireRequest only() {
    if (requests.size() != 1) {
      throw new AssertionError("one request was expected: " + requests);
    }
    return requests.getFirst();
  }

  @Override
  public void close() {}
}
