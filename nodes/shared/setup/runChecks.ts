import { CredentialError } from '../../graphApi/connection';
import { errorFromUnexpectedResponse } from '../../graphApi/errors/apiError';
import { NotOfferedError } from '../../graphApi/errors/notOfferedError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { Finding } from './finding';
import { InputError } from '../inputError';
import { explanationOf } from '../nodeErrors';
import { unknown, wrong } from './check';
import type { Check } from './check';
import type { Facts } from './facts';

/** What a check found, as an item. */
export interface CheckResult extends Finding {
	check: string;
}

/**
 * Runs all checks, one after the other. One that fails becomes a finding. An error that an earlier check has reported
 * is not repeated.
 */
export async function runChecks(checks: readonly Check[], facts: Facts): Promise<CheckResult[]> {
	const results: CheckResult[] = [];
	/** The check that reported an error, by its message. */
	const reported = new Map<string, string>();
	for (const { name, run } of checks) {
		const { ok, found, todo } = await run(facts).catch((error: unknown) => {
			// Not an error that anyone could fix.
			if (error instanceof NotOfferedError) return unknown(`Not checked. ${error.message}`);
			const finding = findingOf(error);
			const first = reported.get(finding.found);
			if (first === undefined) {
				reported.set(finding.found, name);
				return finding;
			}
			return unknown(`Not checked, because of the error of '${first}'.`, `See '${first}'.`);
		});
		results.push({ check: name, ok, found, todo });
	}
	return results;
}

function findingOf(error: unknown): Finding {
	if (error instanceof InputError) return wrong(error.message, error.todo);
	if (error instanceof CredentialError) return wrong(error.message, `Correct '${error.field}'.`);
	const { message, facts } = error instanceof RequestError ? error : errorFromUnexpectedResponse();
	return wrong(message, explanationOf(facts));
}
