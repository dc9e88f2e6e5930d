# Every image of Millrace. Maven builds all services once; which one an image holds is an argument:
#   docker build --target service --build-arg SERVICE=order-service --build-arg PORT=8081 -t millrace/order-service .
#   docker build --target setup -t millrace/platform-setup .

# Where the jars come from: "built" from the sources here, or "prebuilt", taken from the folder jars of the context.
ARG JARS=built

FROM maven:3.9-eclipse-temurin-25 AS built
WORKDIR /millrace
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp -Dquick -Dengines.skip \
        -pl platform-local,user-service,cdc-connector,order-service,search-indexer,log-aggregator -am package && \
    mkdir /jars && cp */target/*.jar /jars && cp -r platform-local/target/libraries /jars

FROM scratch AS prebuilt
COPY jars /jars

FROM ${JARS} AS jars

FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --gid 10001 millrace && \
    useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin millrace && \
    install -d -o millrace -g millrace /var/lib/millrace /secrets
COPY docker/health /usr/local/bin/health
COPY docker/jvm.options /application/jvm.options
WORKDIR /application
USER 10001:10001
ENTRYPOINT ["java", "@jvm.options", "-jar", "application.jar"]

# Dependencies rarely change and code often does, so each is a layer of its own.
FROM runtime AS extracted
ARG SERVICE
USER root
COPY --from=jars /jars/${SERVICE}.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination /extracted

FROM runtime AS service
ARG SERVICE
ARG PORT
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.description="Millrace: an event-driven microservice suite on Apache Kafka" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=${PORT} \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/millrace/ \
    MILLRACE_DATA_DIRECTORY=/var/lib/millrace \
    MILLRACE_BROKER_DATA_DIRECTORY=/var/lib/millrace
COPY --from=extracted /extracted/dependencies/ ./
COPY --from=extracted /extracted/snapshot-dependencies/ ./
COPY --from=extracted /extracted/application/ ./
EXPOSE ${PORT}
HEALTHCHECK --interval=10s --timeout=5s --start-period=240s --retries=6 CMD ["health"]

# Makes what must be there before the services: secrets, databases, schemas. Drives the demo, too.
FROM runtime AS setup
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="platform-setup" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.description="Millrace: prepares a platform of containers" \
      org.opencontainers.image.licenses="Apache-2.0"
# A volume takes over whose folder it is mounted on.
USER root
RUN install -d -o millrace -g millrace /vault && cd /secrets && install -d -o millrace -g millrace \
        kafka-1 kafka-2 kafka-3 postgresql schema-registry \
        user-service cdc-connector order-service search-indexer log-aggregator demo operator kafka-ui
USER 10001:10001
COPY --from=jars /jars/libraries lib
COPY --from=jars /jars/platform-local.jar lib/
ENTRYPOINT ["java", "@jvm.options", "-XX:TieredStopAtLevel=1", "-cp", "lib/*", "dev.millrace.local.containers.Setup"]
CMD ["--help"]
