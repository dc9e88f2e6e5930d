#!/usr/bin/env bash
# Prints every Secret that Millrace needs in a namespace, with fresh random passwords and certificates. Apply them once: PostgreSQL
# and Kafka keep the first ones.
#   k8s/secrets.sh millrace | kubectl apply -f -
set -euo pipefail

namespace=${1:?the namespace}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

random() { openssl rand -hex 24; }

# secret NAME KEY VALUE...
secret() {
    printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\nstringData:\n' "$1" "$namespace"
    shift
    while (($#)); do
        printf '  %s: |-\n%s\n' "$1" "$(sed 's/^/    /' <<<"$2")"
        shift 2
    done
}

certificates() {
    local nodes=platform-broker-nodes names=DNS:platform-broker node
    for node in 1 2 3; do
        names+=,DNS:platform-broker-$node.$nodes.$namespace.svc.cluster.local
    done
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Millrace $namespace" \
        -keyout "$work/authority.key" -out "$work/trust-store.pem" 2>/dev/null
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=platform-broker" \
        -keyout "$work/node.key" -out "$work/node.csr" 2>/dev/null
    openssl x509 -req -days 365 -in "$work/node.csr" -CA "$work/trust-store.pem" -CAkey "$work/authority.key" -CAcreateserial \
        -extfile <(echo "subjectAltName=$names") -out "$work/node.crt" 2>/dev/null
    cat "$work/node.key" "$work/node.crt" "$work/trust-store.pem" >"$work/key-store.pem"
}

certificates
trust=$(<"$work/trust-store.pem")

declare -A kafka sql
for user in $(sed -n 's/^  - \([a-z-]*\).*/\1/p' "$(dirname "${BASH_SOURCE[0]}")/../platform-broker/platform/users.yml"); do kafka[$user]=$(random); done
for role in postgres registry user_service order_service cdc_connector; do sql[$role]=$(random); done

users=$(for user in "${!kafka[@]}"; do echo "$user=${kafka[$user]}"; done)
roles=$(for role in "${!sql[@]}"; do echo "$role=${sql[$role]}"; done)
secret platform-broker users.properties "$users" operator.password "${kafka[operator]}" \
    millrace.broker.cluster-id "$(openssl rand -base64 16 | tr '+/' 'ab' | tr -d '=')" millrace.broker.node-password "$(random)" \
    key-store.pem "$(<"$work/key-store.pem")" trust-store.pem "$trust"
secret user-service millrace.kafka.password "${kafka[user-service]}" \
    spring.datasource.password "${sql[user_service]}" trust-store.pem "$trust"
secret order-service millrace.kafka.password "${kafka[order-service]}" \
    spring.datasource.password "${sql[order_service]}" trust-store.pem "$trust"
secret cdc-connector millrace.kafka.password "${kafka[cdc-connector]}" \
    millrace.cdc.captures.users.database.password "${sql[cdc_connector]}" trust-store.pem "$trust"
secret search-indexer millrace.kafka.password "${kafka[search-indexer]}" trust-store.pem "$trust"
secret log-aggregator millrace.kafka.password "${kafka[log-aggregator]}" trust-store.pem "$trust"
secret schema-registry password "${sql[registry]}"
secret postgresql password "${sql[postgres]}"
secret platform-setup credentials.properties "$roles"
