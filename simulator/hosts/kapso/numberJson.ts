import { iso } from './messageJson';
import type { ConnectedNumber } from './state';

/** A number as answers of the platform contain it. */
export function numberJson({ phoneNumber, ...number }: ConnectedNumber) {
	return {
		id: phoneNumber.id,
		internal_id: number.internalId,
		phone_number_id: phoneNumber.id,
		name: number.name,
		business_account_id: phoneNumber.wabaId,
		is_coexistence: phoneNumber.isOnBusinessApp,
		inbound_processing_enabled: number.inboundProcessing,
		calls_enabled: number.calls,
		webhook_verified_at: iso(number.createdAt),
		display_name: phoneNumber.verifiedName,
		display_phone_number: phoneNumber.displayPhoneNumber,
		verified_name: phoneNumber.verifiedName,
		quality_rating: 'GREEN',
		throughput_tier: 'STANDARD',
		whatsapp_business_manager_messaging_limit: 'TIER_1K',
		customer_id: number.customerId ?? null,
		status: phoneNumber.registered ? 'CONNECTED' : 'DISCONNECTED',
		flows_encryption_configured: number.flowsEncryption,
		created_at: iso(number.createdAt),
	};
}
