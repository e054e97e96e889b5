export type HealthCheckStatus = 'OK' | 'WARNING' | 'ERROR' | 'UNKNOWN';

export const HEALTH_FIXES = ['RESTART', 'ARM_WATCHER', 'REMOVE_STRAYS', 'WRITE_SETTINGS'] as const;

/** Names that `HealthFix` takes as its parameter `fix`. */
export type HealthFix = (typeof HEALTH_FIXES)[number];

/** What `Health` answers. */
export interface HealthReply {
    /** The worst of all checks. */
    status: HealthCheckStatus;
    checkedAt: string;
    checks: HealthCheck[];
}

export interface HealthCheck {
    code: string;
    label: string;
    status: HealthCheckStatus;
    message: string;
    /** Absent where nothing has to be done. */
    remedy?: string;
    /** Absent where only a person can help. */
    fix?: HealthFix;
}
