import type { CredentialData } from '../../nodes/graphApi/connection';
import { business } from '../../simulator/business';
import type { Simulator } from '../../simulator';
import { credentialFor } from './credential';

/** The credential of someone who has filled in only the token. */
export function tokenAlone(url: string, changes: Partial<CredentialData> = {}): CredentialData {
	const noIds = { phoneNumberId: '', businessAccountId: '', appId: '' };
	return credentialFor(url, { ...noIds, appSecret: '', ...changes });
}

/** Leaves the simulated business its first number. */
export function keepOneNumber({ state }: Simulator): void {
	state.phoneNumbers.splice(1);
}

/** Gives the simulated business a second account and moves its second number there. The token may use both. */
export function addAccount(simulator: Simulator, id = '102290129340399'): string {
	const { state } = simulator;
	state.wabas.push({ ...business.waba, id, name: 'Second', subscribed: false });
	for (const number of state.phoneNumbers.slice(1)) number.wabaId = id;
	grant(simulator, [business.waba.id, id]);
	return id;
}

/** Gives the token both permissions, for some accounts or, without IDs, for all of its user. */
export function grant(
	simulator: Simulator,
	targetIds?: string[],
	scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'],
): void {
	const permissions = scopes.map((scope) => ({ scope, ...(targetIds && { targetIds }) }));
	simulator.updateSettings({ token: { permissions, expiresAt: 0, dataAccessExpiresAt: 0 } });
}
