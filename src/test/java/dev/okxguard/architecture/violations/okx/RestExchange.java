package dev.okxguard.architecture.violations.okx;

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
  public String balance() {
    return "0";
  }
}
