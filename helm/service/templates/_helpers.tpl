{{- define "service.name" -}}
{{- required "name: say which service this is, such as roster" .Values.name -}}
{{- end -}}

{{- define "service.fullname" -}}
{{- printf "%s-%s" .Release.Name (include "service.name" .) | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "service.selector" -}}
app.kubernetes.io/name: {{ include "service.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/part-of: pacelight
app.kubernetes.io/component: {{ ternary "pages" "service" (eq .Values.name "dashboard") }}
app.kubernetes.io/version: {{ include "service.tag" . | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
{{- end -}}

{{- define "service.tag" -}}
{{- .Values.global.image.tag | default .Chart.AppVersion -}}
{{- end -}}

{{- define "service.image" -}}
{{- $repository := .Values.image.repository | default (printf "%s/pacelight/%s" .Values.global.image.registry (include "service.name" .)) -}}
{{- printf "%s:%s" $repository (include "service.tag" .) -}}
{{- end -}}

{{- define "service.metadata" -}}
name: {{ include "service.fullname" . }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "service.labels" . | nindent 2 }}
{{- end -}}

{{/* Whether the protocol logs in, and whether it encrypts; "true" or empty. */}}
{{- define "service.kafka.sasl" -}}
{{- if and .Values.kafka.enabled (hasPrefix "SASL_" .Values.global.kafka.protocol) }}true{{ end -}}
{{- end -}}
{{- define "service.kafka.tls" -}}
{{- if and .Values.kafka.enabled (hasSuffix "SSL" .Values.global.kafka.protocol) }}true{{ end -}}
{{- end -}}

{{- define "service.kafka.secret" -}}
{{- required (printf "global.kafka.protocol is %s: set global.kafka.sasl.existingSecret (or %s.kafka.existingSecret) to the secret that holds user and password" .Values.global.kafka.protocol .Values.name) (.Values.kafka.existingSecret | default .Values.global.kafka.sasl.existingSecret) -}}
{{- end -}}

{{- define "service.mongo.secret" -}}
{{- .Values.mongo.existingSecret | default .Values.global.mongo.existingSecret -}}
{{- end -}}

{{/* The fewest partitions of the topics that it consumes; 0 where it consumes none. */}}
{{- define "service.partitions" -}}
{{- $plan := .Files.Get "files/topics.yaml" | fromYaml -}}
{{- if not (hasKey $plan "topics") }}{{ fail "files/topics.yaml of the chart holds no topics: it must be infra/kafka/topics.yaml" }}{{ end -}}
{{- $planned := dict -}}
{{- range $plan.topics }}{{ $_ := set $planned .name (.partitions | default $plan.partitions | int) }}{{ end -}}
{{- $fewest := 0 -}}
{{- range $stream := .Values.streams -}}
{{- range $topic := $stream.topics -}}
{{- if not (hasKey $planned $topic) }}{{ fail (printf "streams: %s is no topic of topics.yaml" $topic) }}{{ end -}}
{{- $partitions := get $planned $topic | int -}}
{{- if or (eq $fewest 0) (lt $partitions $fewest) }}{{ $fewest = $partitions }}{{ end -}}
{{- end -}}
{{- end -}}
{{- $fewest -}}
{{- end -}}

{{/* Refuses what would render but not work. */}}
{{- define "service.checks" -}}
{{- $partitions := include "service.partitions" . | int -}}
{{- $scaled := ne .Values.autoscaling.by "none" -}}
{{- $most := ternary .Values.autoscaling.maxReplicas .Values.replicas $scaled | int -}}
{{- if and (gt $partitions 0) (gt $most $partitions) -}}
{{- fail (printf "%s: %s is %d, but the topics that it consumes have %d partitions; a replica more than that would have nothing to read" .Values.name (ternary "autoscaling.maxReplicas" "replicas" $scaled) $most $partitions) -}}
{{- end -}}
{{- if and $scaled (gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) -}}
{{- fail (printf "%s: autoscaling.minReplicas is above autoscaling.maxReplicas" .Values.name) -}}
{{- end -}}
{{- if and (eq .Values.autoscaling.by "lag") (eq $partitions 0) -}}
{{- fail (printf "%s: autoscaling.by is lag, but the service consumes no streams" .Values.name) -}}
{{- end -}}
{{- if le (int .Values.shutdown.gracePeriodSeconds) (add 20 .Values.shutdown.preStopSeconds | int) -}}
{{- fail (printf "%s: shutdown.gracePeriodSeconds must be longer than shutdown.preStopSeconds and the 20 s in which work under way is finished" .Values.name) -}}
{{- end -}}
{{- if and (eq .Values.name "dashboard") (eq .Values.service.sessionAffinity "None") (or $scaled (gt (int .Values.replicas) 1)) -}}
{{- fail "dashboard: the pages hold the sign-in in memory; with more than one replica set service.sessionAffinity to ClientIP" -}}
{{- end -}}
{{- if and (not (include "service.kafka.sasl" .)) .Values.kafka.enabled (or .Values.kafka.existingSecret .Values.global.kafka.sasl.existingSecret) -}}
{{- fail (printf "global.kafka.protocol is %s, which does not log in, but a secret for it is given" .Values.global.kafka.protocol) -}}
{{- end -}}
{{- if and .Values.kafka.enabled (not (include "service.kafka.tls" .)) .Values.global.kafka.tls.existingSecret -}}
{{- fail (printf "global.kafka.protocol is %s, which is not encrypted, but authorities for it are given" .Values.global.kafka.protocol) -}}
{{- end -}}
{{- if eq (int .Values.service.port) (int .Values.service.managementPort) -}}
{{- fail (printf "%s: service.managementPort is service.port; metrics would be shown to everybody who may call the service" .Values.name) -}}
{{- end -}}
{{- if eq .Values.name "canary" -}}
{{- if not (hasKey .Values.env "PACELIGHT_CANARY_DISTRICTS_0_ID") -}}
{{- fail "canary.env.PACELIGHT_CANARY_DISTRICTS_0_ID: name the shadow district, such as cedar-ridge-canary" -}}
{{- end -}}
{{- if not (hasKey .Values.secretEnv "PACELIGHT_CANARY_DISTRICTS_0_CLIENTSECRET") -}}
{{- fail "canary.secretEnv.PACELIGHT_CANARY_DISTRICTS_0_CLIENTSECRET: name the secret of the shadow district's client" -}}
{{- end -}}
{{- end -}}
{{- if contains "@" .Values.global.mongo.uri -}}
{{- fail "global.mongo.uri holds a user: put user and password into a secret and name it in global.mongo.existingSecret" -}}
{{- end -}}
{{- end -}}

{{/* Variables of the Kafka connection; the topic job has the same. */}}
{{- define "service.kafka.env" -}}
- name: PACELIGHT_KAFKA
  value: {{ required "global.kafka.brokers: say where Kafka is, host:port" .Values.global.kafka.brokers | quote }}
- name: PACELIGHT_KAFKA_SECURITY_PROTOCOL
  value: {{ .Values.global.kafka.protocol }}
{{- if include "service.kafka.sasl" . }}
- name: PACELIGHT_KAFKA_SASL_MECHANISM
  value: {{ .Values.global.kafka.sasl.mechanism }}
- name: PACELIGHT_KAFKA_SASL_USERNAME
  valueFrom: { secretKeyRef: { name: {{ include "service.kafka.secret" . }}, key: {{ .Values.global.kafka.sasl.usernameKey }} } }
- name: PACELIGHT_KAFKA_SASL_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ include "service.kafka.secret" . }}, key: {{ .Values.global.kafka.sasl.passwordKey }} } }
{{- end }}
{{- if and (include "service.kafka.tls" .) .Values.global.kafka.tls.existingSecret }}
- name: PACELIGHT_KAFKA_TLS_CERTIFICATES
  value: /etc/pacelight/kafka/ca.crt
{{- end }}
{{- end -}}

{{- define "service.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- define "service.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: { type: RuntimeDefault }
{{- end -}}
