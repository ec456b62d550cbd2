package dev.okxguard.architecture.violations.okx;

import java.util.List;

/// The exchange over the client, which it may use.
record RestExchange(RestClient client) implements Exchange {
  @Override
  public WriteReply place(String body) {
    return new WriteReply(client.write(body));
  }

  @Override
  public WriteReply cancel(String id) {
    return new WriteReply(client.write(id));
  }

  @Override
  public WriteReplies place(List<String> bodies) {
    return new WriteReplies(bodies.stream().map(client::write).map(WriteReply::new).toList());
  }

  @Override
  public String balance() {
    return "0";
  }
}
