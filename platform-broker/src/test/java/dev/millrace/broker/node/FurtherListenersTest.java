package dev.millrace.broker.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever comes in by another way is the same user with the same rights. */
class FurtherListenersTest {

    private static final String USER = "writer";
    private static final Duration APPLIED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final int port = Nodes.freePort();
    private final Map<String, Object> listener = new HashMap<>();

    @Test
    void letInByAPasswordInTheConfiguration() throws Exception {
        listen("protocol", "SASL_PLAINTEXT");
        listen("kafka.sasl.enabled.mechanisms", "PLAIN");
        listen(
                "kafka.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"secret\";".formatted(USER));
        assertLetsIn(plain("secret"));
        assertKeepsOut(plain("guessed"), SaslAuthenticationException.class);
    }

    private static Map<String, Object> plain(String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, password));
    }

    @Test
    void letInAsUsersAreEverywhereWhenNothingElseIsSaid() throws Exception {
        listen("protocol", "SASL_PLAINTEXT");
        with(scram("known"), FurtherListenersTest::awaitLogin);
        assertLetsIn(scram("known"));
        assertKeepsOut(scram("guessed"), SaslAuthenticationException.class);
    }

    @Test
    void toldToClientsUnderAnotherAddressThanTheOneListenedOn() throws Exception {
        listen("protocol", "SASL_PLAINTEXT");
        listen("advertised", "localhost:" + port);
        with(scram("known"), someone -> {
            awaitLogin(someone);
            assertThat(someone.admin().describeCluster().nodes().get())
                    .singleElement()
                    .returns("localhost", Node::host)
                    .returns(port, Node::port);
        });
    }

    /** A user who has just been made is known a moment later. */
    private static void awaitLogin(TestClient client) {
        await().atMost(APPLIED)
                .ignoreExceptions()
                .until(() -> !client.admin().describeCluster().nodes().get().isEmpty());
    }

    private static Map<String, Object> scram(String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, password));
    }

    @Test
    void letInByACertificate() throws Exception {
        var server = KeyStores.of(folder, "localhost");
        var client = KeyStores.of(folder, USER);
        var stranger = KeyStores.of(folder, "stranger");
        server.trusts(client);
        client.trusts(server);
        stranger.trusts(server);
        listen("protocol", "SSL");
        listen("kafka.ssl.client.auth", "required");
        listen("kafka.ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/");
        server.properties().forEach((name, value) -> listen("kafka." + name, value));
        assertLetsIn(ssl(client));
        assertKeepsOut(ssl(stranger), SslAuthenticationException.class);
    }

    private static Map<String, Object> ssl(KeyStores stores) {
        var properties = new HashMap<String, Object>(stores.properties());
        properties.put("security.protocol", "SSL");
        return properties;
    }

    @Test
    void letInByAToken() throws Exception {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key");
        var keys = serve(new JsonWebKeySet(key).toJson());
        try {
            var url = "http://127.0.0.1:%d/jwks".formatted(keys.getAddress().getPort());
            listen("protocol", "SASL_PLAINTEXT");
            listen("kafka.sasl.enabled.mechanisms", "OAUTHBEARER");
            listen("kafka.sasl.oauthbearer.jwks.endpoint.url", url);
            listen("kafka.sasl.oauthbearer.expected.audience", "kafka");
            listen(
                    "kafka.oauthbearer.sasl.server.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
            listen(
                    "kafka.oauthbearer.sasl.jaas.config",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
            assertLetsIn(oauth(token(key, "kafka")));
            assertKeepsOut(oauth(token(key, "another-service")), SaslAuthenticationException.class);
            assertKeepsOut(oauth(token(forged(), "kafka")), SaslAuthenticationException.class);
        } finally {
            keys.stop(0);
        }
    }

    private static HttpServer serve(String document) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            var body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static RsaJsonWebKey forged() throws JoseException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key");
        return key;
    }

    private Path token(RsaJsonWebKey key, String audience) throws Exception {
        var claims = new JwtClaims();
        claims.setSubject(USER);
        claims.setAudience(audience);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return Files.writeString(Files.createTempFile(folder, "token", ".jwt"), signature.getCompactSerialization());
    }

    private static Map<String, Object> oauth(Path token) {
        var url = token.toUri().toString();
        TokenAddresses.allow(url);
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "OAUTHBEARER",
                "sasl.oauthbearer.token.endpoint.url", url,
                "sasl.login.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    }

    @Test
    void letInByKerberos() throws Exception {
        try (var kerberos = Kerberos.in(folder.resolve("kdc"))) {
            listen("protocol", "SASL_PLAINTEXT");
            listen("kafka.sasl.enabled.mechanisms", "GSSAPI");
            listen("kafka.sasl.kerberos.service.name", "kafka");
            listen("kafka.gssapi.sasl.jaas.config", kerberos.admit("kafka/localhost"));
            var known = gssapi(kerberos.admit(USER));
            assertLetsIn(known);
            assertGivesNoRight(gssapi(kerberos.admit("stranger")));
            kerberos.changeKeysOf(USER);
            assertThatThrownBy(() -> new TestClient(known)).hasStackTraceContaining(LoginException.class.getName());
        }
    }

    private static Map<String, Object> gssapi(String login) {
        return Map.of(
                "bootstrap.servers", "localhost:1",
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "GSSAPI",
                "sasl.kerberos.service.name", "kafka",
                "sasl.jaas.config", login);
    }

    @Test
    void refuseTheNameOfAnotherListener() {
        assertThatThrownBy(() -> Nodes.in(folder, Map.of("millrace.broker.listeners.nodes.port", 9094)))
                .hasRootCauseMessage("a further listener can't be called nodes, for there is one already");
    }

    private void listen(String setting, String value) {
        listener.put("millrace.broker.listeners.further." + setting, value);
    }

    private void assertLetsIn(Map<String, Object> client) throws Exception {
        with(client, someone -> {
            someone.send("greetings", "hello");
            assertThatThrownBy(() -> someone.create("another")).hasCauseInstanceOf(AuthorizationException.class);
        });
    }

    private void assertGivesNoRight(Map<String, Object> client) throws Exception {
        with(
                client,
                someone -> assertThatThrownBy(() -> someone.send("greetings", "hello"))
                        .hasCauseInstanceOf(AuthorizationException.class));
    }

    private void assertKeepsOut(Map<String, Object> client, Class<? extends Exception> reason) throws Exception {
        with(
                client,
                someone -> assertThatThrownBy(() -> someone.create("greetings"))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(reason));
    }

    private interface Attempt {
        void by(TestClient client) throws Exception;
    }

    private void with(Map<String, Object> client, Attempt attempt) throws Exception {
        listener.put("millrace.broker.listeners.further.port", port);
        var settings = new HashMap<>(client);
        settings.put("bootstrap.servers", "localhost:" + port);
        try (var node = KafkaNode.start(Nodes.in(folder.resolve("data"), listener));
                var administrator = new TestClient(node.connection());
                var someone = new TestClient(settings)) {
            if (!administrator.admin().listTopics().names().get().contains("greetings")) {
                administrator.create("greetings");
                administrator.admin().createAcls(List.of(right())).all().get();
                administrator
                        .admin()
                        .alterUserScramCredentials(List.of(user()))
                        .all()
                        .get();
            }
            attempt.by(someone);
        }
        assertThat(folder.resolve("data")).isDirectory();
    }

    private static UserScramCredentialUpsertion user() {
        return new UserScramCredentialUpsertion(
                USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "known");
    }

    private static AclBinding right() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "greetings", PatternType.LITERAL),
                new AccessControlEntry("User:" + USER, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }
}
