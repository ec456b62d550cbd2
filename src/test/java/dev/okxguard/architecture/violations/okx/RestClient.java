package dev.okxguard.architecture.violations.okx;

import dev.okxguard.architecture.violations.model.Secret;
import okhttp3.OkHttpClient;

/// The client; may know OkHttp and reveal secrets.
public record RestClient(OkHttpClient http, Secret secret) {
  public String write(String body) {
    return http + body + secret.reveal();
  }
}
