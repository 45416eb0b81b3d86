# SPDX-License-Identifier: Apache-2.0
"""A Slurm cluster with this machine as its only node, in its own folder and without system services."""
import contextlib
import os
import pwd
import socket
import subprocess
import time

CONFIGURATION = """ClusterName=dealbook
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmdPort={node_port}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
SlurmUser={user}
SlurmdUser={user}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
JobAcctGatherType=jobacct_gather/none
NodeName={host} NodeAddr=127.0.0.1 CPUs={cores} State=UNKNOWN
PartitionName=night Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(('127.0.0.1', 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def slurm(folder):
    """The environment in which sbatch finds the cluster."""
    for name in ('', 'state', 'spool'):
        os.makedirs(f'{folder}/{name}', exist_ok=True)
    host, user = socket.gethostname().split('.')[0], pwd.getpwuid(os.getuid()).pw_name
    with open(f'{folder}/slurm.conf', 'w') as file:
        file.write(CONFIGURATION.format(host=host, user=user, folder=folder, port=free_port(), node_port=free_port(), cores=os.cpu_count()))
    key = f'{folder}/munge.key'
    with open(key, 'wb') as file:
        file.write(os.urandom(128))
    os.chmod(key, 0o600)
    environment = dict(os.environ, SLURM_CONF=f'{folder}/slurm.conf')
    processes = []

    def start(*arguments):
        with open(f'{folder}/{os.path.basename(arguments[0])}.out', 'wb') as log:
            processes.append(subprocess.Popen(arguments, stdout=log, stderr=log, env=environment))

    try:
        start('munged', '--foreground', '--force', f'--socket={folder}/munge.socket', f'--key-file={key}', f'--log-file={folder}/munge.log',
              f'--pid-file={folder}/munge.pid', f'--seed-file={folder}/munge.seed')
        until(lambda: os.path.exists(f'{folder}/munge.socket'))
        start('slurmctld', '-D', '-i')
        start('slurmd', '-D')
        until(lambda: b'idle' in subprocess.run(['sinfo', '--noheader', '--format=%T'], env=environment, capture_output=True).stdout)
        yield environment
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def until(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError('the cluster did not start')
        time.sleep(0.2)
