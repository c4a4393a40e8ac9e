import type { IExecuteFunctions } from 'n8n-workflow';

import { shortened } from '../../graphApi/textLimits';

/** n8n takes letters, digits and underscores. */
const key = 'WhatsApp_Business';

/** What n8n documents for a value. */
const longestValue = 255;

interface CustomData {
	set(key: string, value: string): void;
}

/**
 * Writes a text into the custom data of the execution, the only thing of a running node that n8n keeps when somebody
 * stops the execution. n8n shows it in the list of executions as 'Highlighted data'.
 * https://docs.n8n.io/build/understand-workflows/understand-executions/customize-executions-data
 */
export function setCustomData(
	context: Pick<IExecuteFunctions, 'getWorkflowDataProxy' | 'logger'>,
	text: string,
): void {
	try {
		const { $execution } = context.getWorkflowDataProxy(0) as {
			$execution?: { customData?: CustomData };
		};
		$execution?.customData?.set(key, shortened(text, longestValue));
	} catch (error) {
		// This runs while n8n stops the execution, where an error would end the process.
		const reason = error instanceof Error ? error.message : 'unknown error';
		context.logger.debug(`The custom data of the execution was not written: ${reason}`);
	}
}
