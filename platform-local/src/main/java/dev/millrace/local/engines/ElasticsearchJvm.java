package dev.millrace.local.engines;

import java.nio.file.Path;
import java.util.List;

/** The options without which Elasticsearch's modules do not start, as its own launcher gives them. */
final class ElasticsearchJvm {

    private static final String LUCENE = "org.apache.lucene.core/org.apache.lucene.";

    private ElasticsearchJvm() {}

    static List<String> options(Path home, Path temporary) {
        return List.of(
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxDirectMemorySize=128m",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:+EnableDynamicAgentLoading",
                "-Djava.io.tmpdir=" + temporary,
                "-Djna.nosys=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                "-Dlog4j2.formatMsgNoLookups=true",
                "-Djava.locale.providers=CLDR",
                "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
                "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                "-Djdk.attach.allowAttachSelf=true",
                "-Des.path.home=" + home,
                "-Des.distribution.type=zip",
                "-Des.java.type=ES_JAVA_HOME",
                "--add-opens=" + LUCENE + "codecs.lucene99=org.elasticsearch.server",
                "--add-opens=" + LUCENE + "codecs.hnsw=org.elasticsearch.server",
                "--add-opens=" + LUCENE + "internal.vectorization=org.elasticsearch.server",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
                "--enable-native-access=ALL-UNNAMED",
                "--illegal-native-access=deny",
                "--patch-module=java.base=" + entitlementBridge(home),
                "--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,"
                        + "java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
                "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH",
                "--module-path=" + home.resolve("lib"),
                "--module",
                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch");
    }

    private static Path entitlementBridge(Path home) {
        var version = home.getFileName().toString().substring("elasticsearch-".length());
        return home.resolve("lib/entitlement-bridge/elasticsearch-entitlement-bridge-" + version + ".jar");
    }
}
