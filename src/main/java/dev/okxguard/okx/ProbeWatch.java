package dev.okxguard.okx;

import dev.okxguard.model.Time;
import dev.okxguard.okx.Approach.Layer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Response;

/// Notes when a request enters each layer and when it is through. Of several addresses tried side
/// by side the first that gets through counts.
final class ProbeWatch extends EventListener {
  private final Time time;
  private final Map<Layer, Long> entered = new EnumMap<>(Layer.class);
  private final Map<Layer, Duration> took = new EnumMap<>(Layer.class);
  private Layer last = Layer.DNS;

  ProbeWatch(Time time) {
    this.time = time;
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    enter(Layer.DNS);
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    leave(Layer.DNS);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    enter(Layer.TCP);
  }

  @Override
  public void secureConnectStart(Call call) {
    leave(Layer.TCP);
    enter(Layer.TLS);
  }

  @Override
  public void secureConnectEnd(Call call, Handshake handshake) {
    leave(Layer.TLS);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    leave(Layer.TCP);
  }

  @Override
  public void requestHeadersStart(Call call) {
    enter(Layer.ANSWER);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    leave(Layer.ANSWER);
  }

  private synchronized void enter(Layer layer) {
    entered.putIfAbsent(layer, time.nanos());
    last = layer.compareTo(last) > 0 ? layer : last;
  }

  private synchronized void leave(Layer layer) {
    Optional.ofNullable(entered.get(layer))
        .map(since -> Duration.ofNanos(time.nanos() - since))
        .ifPresent(length -> took.putIfAbsent(layer, length));
  }

  /// The furthest layer that was entered.
  synchronized Layer last() {
    return last;
  }

  /// How long each layer took that was passed.
  synchronized Map<Layer, Duration> took() {
    return Map.copyOf(took);
  }
}
