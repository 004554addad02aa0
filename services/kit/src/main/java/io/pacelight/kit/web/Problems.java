package io.pacelight.kit.web;

import com.mongodb.MongoException;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.state.EventPublisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers everything that goes wrong with a problem detail; nothing internal shows, no value is repeated in logs. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(refused.status(), String.valueOf(refused.getMessage()));
        problem.setTitle(refused.title());
        if (!refused.rows().isEmpty()) problem.setProperty("problems", refused.rows());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail outside(OutsideScope outside) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, outside.getMessage() + " is not there, or not yours to see");
        problem.setTitle("Not found");
        return problem;
    }

    @ExceptionHandler({MongoException.class, EventPublisher.NotPublished.class})
    ProblemDetail unavailable(Exception e) {
        LOG.atError().addKeyValue("error", e.getClass().getSimpleName()).log("store or broker not reached");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The service can't reach its store just now; try again in a moment");
        problem.setTitle("Try again");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e) {
        LOG.atError().addKeyValue("error", e.getClass().getName()).log("request failed", withoutMessage(e));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The request was not carried out; the fault is on our side");
        problem.setTitle("Something went wrong");
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = e.getCause() instanceof JacksonException json
                ? "The body is not what is expected at " + place(json) + ": " + json.getOriginalMessage()
                : "The body can't be read";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("The request can't be taken");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    private static String place(JacksonException e) {
        String path = e.getPathReference();
        return path == null || path.isEmpty() ? "its start" : path.replaceAll("[\\w.$]+\\[\"", "[\"");
    }

    /** The trace without messages, since they may hold a student's data. */
    private static Throwable withoutMessage(RuntimeException e) {
        RuntimeException bare = new RuntimeException(e.getClass().getSimpleName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }
}
