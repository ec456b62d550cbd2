package dev.okxguard.architecture.violations.okx;

/// The exchange over the client, which it may use.
record RestExchange(RestClient client) implements Exchange {
  @Override
  public String place(String body) {
    return client.write(body);
  }

  @Override
  public String cancel(String id) {
    return client.write(id);
  }

  @Override
  public String balance() {
    return "0";
  }
}
