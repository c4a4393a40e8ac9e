/** What a simplified conversation has. */
export const conversationKeys = [
	'id',
	'status',
	'phone_number',
	'contact_name',
	'phone_number_id',
	'messages_count',
	'last_message_text',
	'last_inbound_at',
	'last_outbound_at',
	'last_active_at',
] as const;
