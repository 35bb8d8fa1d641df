package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.value.RequestId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Problem documents (RFC 9457), and which problem a refused call is.
final class Problems {
    private static final int LONGEST_SUBJECT = 64;

    private Problems() {}

    /// The document: the members of the standard, then the facts.
    static Value.Fields document(RequestId id, ErrorCode code) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("type", Value.text("urn:countersign:problem:" + code.code()));
        members.put("title", Value.text(title(code.code())));
        members.put("status", Value.number(code.status()));
        members.put("detail", Value.text(code.message()));
        members.put("instance", Value.text("urn:uuid:" + id.text()));
        members.putAll(code.details());
        return new Value.Fields(members);
    }

    /// The code in words: the same for every occurrence, as the standard asks.
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    /// The problem of a refused call.
    static ErrorCode of(CallRefusal refusal, Dialect.Manner manner) {
        return Facts.of(refusal).addTo(problem(refusal).code(subject(refusal, manner), manner));
    }

    private static CommonProblem problem(CallRefusal refusal) {
        return switch (refusal) {
            case CallRefusal.MethodUnsupported method -> CommonProblem.METHOD_NOT_ALLOWED;
            case CallRefusal.TooLarge large -> CommonProblem.BODY_TOO_LARGE;
            case CallRefusal.TooLargeForScheme large -> CommonProblem.BODY_TOO_LARGE;
            case CallRefusal.Malformed malformed ->
                malformed.kind() == Malformation.CONTENT_TYPE
                        ? CommonProblem.CONTENT_TYPE_UNSUPPORTED
                        : CommonProblem.REQUEST_MALFORMED;
            case CallRefusal.CommonMissing missing ->
                missing.name().equals("Authorization") ? CommonProblem.KEY_MISSING : CommonProblem.HEADER_MISSING;
            case CallRefusal.CommonInvalid invalid -> CommonProblem.REQUEST_INVALID;
            case CallRefusal.ActionUnknown unknown -> CommonProblem.NOT_FOUND;
            case CallRefusal.VersionUnknown unknown -> CommonProblem.NOT_FOUND;
            case CallRefusal.AuthorizationMalformed malformed -> CommonProblem.AUTHORIZATION_MALFORMED;
            case CallRefusal.TimestampOutside outside -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.KeyKindUnknown unknown -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.KeyUnknown unknown -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.KeyDisabled disabled -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.NotAuthentic not -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.TokenInvalid invalid -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.NonceUsed used -> CommonProblem.KEY_NOT_ACCEPTED;
            case CallRefusal.RateExceeded exceeded -> CommonProblem.RATE_EXCEEDED;
            case CallRefusal.NotPermitted not -> CommonProblem.NOT_PERMITTED;
            case CallRefusal.MfaRequired required -> CommonProblem.MFA_REQUIRED;
            case CallRefusal.NotSubscribed not -> CommonProblem.NOT_SUBSCRIBED;
            case CallRefusal.ParameterUnknown unknown -> CommonProblem.PARAMETER_UNKNOWN;
            case CallRefusal.ParameterMissing missing -> CommonProblem.PARAMETER_MISSING;
            case CallRefusal.ParameterMistyped mistyped -> CommonProblem.PARAMETER_MISTYPED;
            case CallRefusal.ParameterInvalid invalid -> CommonProblem.PARAMETER_INVALID;
            case CallRefusal.IdempotencyKeyReused reused -> CommonProblem.IDEMPOTENCY_KEY_REUSED;
            case CallRefusal.Overloaded overloaded -> CommonProblem.OVERLOADED;
        };
    }

    /// What the text names; most texts name nothing. [#problem] is the switch that must know every case.
    private static String subject(CallRefusal refusal, Dialect.Manner manner) {
        return switch (refusal) {
            case CallRefusal.TooLarge large -> Long.toString(large.limitBytes());
            case CallRefusal.TooLargeForScheme large -> Long.toString(large.limitBytes());
            case CallRefusal.Malformed malformed -> words(malformed, manner.chinese());
            case CallRefusal.CommonMissing missing -> missing.name();
            case CallRefusal.CommonInvalid invalid -> invalid.name();
            case CallRefusal.RateExceeded exceeded -> Integer.toString(exceeded.limit());
            case CallRefusal.ParameterUnknown unknown -> shortened(unknown.name());
            case CallRefusal.ParameterMissing missing -> shortened(missing.name());
            case CallRefusal.ParameterMistyped mistyped -> shortened(mistyped.name());
            case CallRefusal.ParameterInvalid invalid -> shortened(invalid.name());
            default -> "";
        };
    }

    private static String words(CallRefusal.Malformed malformed, boolean chinese) {
        String subject = shortened(malformed.subject());
        return switch (malformed.kind()) {
            case NOT_HTTP -> chinese ? "不是合法的 HTTP/1.1 报文" : "it is not well-formed HTTP/1.1";
            case NOT_JSON, CONTENT_TYPE -> chinese ? "请求体不是一个 JSON 对象" : "the body is not one JSON object";
            case PAIR_NOT_SPLIT -> chinese ? "查询参数缺少 \"=\"" : "a pair of the query has no \"=\"";
            case EMPTY_NAME -> chinese ? "参数名为空" : "a parameter has no name";
            case BAD_ENCODING -> chinese ? subject + " 的百分号编码有误" : subject + " is not percent-encoded UTF-8";
            case REPEATED -> chinese ? subject + " 重复出现" : subject + " is given twice";
            case ARRAY_NOT_DENSE -> chinese ? subject + " 的下标不连续" : subject + " has a gap";
            case TOO_DEEP_OR_MANY -> chinese ? "嵌套过深或内容过多" : "it is nested too deep or holds too much";
        };
    }

    /// Names come from the caller and may be long.
    static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST_SUBJECT) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }
}
