/** Ids of the machines that this part of the application works with (systems S01 and S02). */
export const DOCUMENTS = 'documents'
export const COMMITMENTS = 'commitments'
export const RETURNS = 'returns'
export const ECONOMY = 'economy'
export const FEEDS = 'feeds'
