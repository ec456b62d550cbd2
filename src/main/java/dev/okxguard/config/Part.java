package dev.okxguard.config;

import java.util.List;

/// The three parts of the credentials and the places each may come from.
enum Part {
  API_KEY("api_key", "OKX_API_KEY"),
  SECRET_KEY("secret_key", "OKX_API_SECRET", "OKX_SECRET_KEY"),
  PASSPHRASE("passphrase", "OKX_PASSPHRASE");

  private final String key;
  private final List<String> variables;

  Part(String key, String... variables) {
    this.key = key;
    this.variables = List.of(variables);
  }

  /// The key in the file.
  String key() {
    return key;
  }

  /// The environment variables, any of which will do.
  List<String> variables() {
    return variables;
  }
}
