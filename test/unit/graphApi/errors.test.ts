import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import {
	CancelledBeforeSending,
	CancelledError,
} from '../../../nodes/graphApi/errors/cancelledError';
import { FileError } from '../../../nodes/graphApi/errors/fileError';
import { errorFromFailure, NetworkError } from '../../../nodes/graphApi/errors/networkError';
import { RequestError, withUnknownOutcome } from '../../../nodes/graphApi/errors/requestError';
import { errorFromResponse } from '../../../nodes/graphApi/errors/responseError';

const call = { started: true, idempotent: false, secrets: [] };

describe('RequestError', () => {
	it.each([
		['ApiError', ApiError, errorFromResponse({ status: 500, secrets: [], idempotent: false })],
		['NetworkError', NetworkError, errorFromFailure({ code: 'ECONNRESET' }, call)],
		[
			'CancelledError',
			CancelledError,
			errorFromFailure({ name: 'AbortError' }, { ...call, signal: AbortSignal.abort() }),
		],
		['CancelledBeforeSending', CancelledError, new CancelledBeforeSending()],
		['FileError', FileError, FileError.final('It is damaged.', 'Download it again.')],
	])('says with its class who failed: %s', (name, kind, error) => {
		expect(error).toBeInstanceOf(RequestError);
		expect(error).toBeInstanceOf(kind);
		expect(error.name).toBe(name);
	});

	it('keeps its class when an earlier try has an unknown outcome', () => {
		const refused = errorFromResponse({ status: 404, secrets: [], idempotent: false });
		const error = withUnknownOutcome(refused);
		expect(error).toBeInstanceOf(ApiError);
		expect(error.facts).toEqual({
			...refused.facts,
			todo: expect.stringContaining('An earlier try'),
			generic: false,
			outcome: 'unknown',
			retryable: false,
		});
	});
});
